package io.trashpong.auth.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.trashpong.auth.name.PlayerName.Accepted;
import io.trashpong.auth.name.PlayerName.Reason;
import io.trashpong.auth.name.PlayerName.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Max",
                "Zoë",
                "Дмитрий",
                "Ελένη",
                "さくら子ちゃん",
                "カタカナー",
                "김민준",
                "李小龍",
                "محمد",
                "ศักดิ์สิทธิ์",
                "Nguyễn Đức",
                "R2-D2",
                "O'Brien №1",
                "🎾🎾",
                "<b>bold</b>",
                "'; DROP TABLE x;--",
                "%s%n%x",
                "${jndi:ldap://x}",
                "__proto__",
                "constructor",
                "null",
                "12345678901234567890",
            })
    void a_name_may_be_anything_that_reads_as_one(String text) {
        assertEquals(text, accepted(text).shown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "M", " M ", "\u3000\u3000", "123456789012345678901"})
    void a_name_is_neither_too_short_nor_too_long(String text) {
        assertEquals(Reason.LENGTH, refused(text));
    }

    @Test
    void a_text_of_megabytes_is_refused_unread() {
        assertEquals(Reason.LENGTH, refused("e\u0301".repeat(1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ma\u0000x",
                "Ma\nx",
                "Ma\tx",
                "Ma\u0085x",
                "Ma\u200Bx", // zero-width space
                "Ma\u200Dx", // joiner
                "Ma\u202Ex", // right-to-left override
                "Ma\u2066x", // isolate
                "Ma\u2028x", // line separator
                "Ma\uFEFFx", // byte order mark
                "Ma\u00ADx", // soft hyphen
                "Ma\u034Fx", // combining grapheme joiner
                "Ma\uFE0Fx", // variation selector
                "\u3164\u3164", // Hangul filler
                "\u2800\u2800", // Braille blank
                "Ma\uE000x", // private use
                "Ma\uFFFFx", // no character
                "Ma\u0378x", // unassigned
                "Ma\uD800x", // half a surrogate pair
                "Ma\uDB40\uDC41x", // tag
            })
    void what_cannot_be_seen_has_no_place_in_a_name(String text) {
        assertEquals(Reason.CHARACTER, refused(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mаx", "Αlex", "pаypal", "Max李", "ひらがなMax", "김さん"})
    void a_name_is_of_one_script(String text) {
        assertEquals(Reason.SCRIPTS, refused(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301Max", "Ma \u0301x", "Z\u0336\u0337\u0338\u0335algo"})
    void marks_neither_float_nor_pile_up(String text) {
        assertEquals(Reason.MARKS, refused(text));
    }

    @Test
    void spaces_are_trimmed_and_collapsed_and_letters_composed() {
        assertEquals("Max Müller", accepted("  Max \u00A0\u3000 Mu\u0308ller ").shown());
    }

    @ParameterizedTest
    @CsvSource({
        "Max, MAX",
        "Max, Ｍａｘ",
        "Max, 𝐌𝐚𝐱",
        "Straße, STRASSE",
        "ΣΊΣΥΦΟΣ, σίσυφος",
        "ﬁnn, finn",
        "ｶﾀｶﾅ, カタカナ",
        "Ⅷ., viii.",
    })
    void twins_are_the_same_name(String one, String other) {
        assertEquals(accepted(one).folded(), accepted(other).folded());
        assertNotEquals(accepted(one).shown(), accepted(other).shown());
    }

    @ParameterizedTest
    @CsvSource({"Max, Mäx", "Max, Max 2", "Max Mu, MaxMu"})
    void names_that_look_different_are_different(String one, String other) {
        assertNotEquals(accepted(one).folded(), accepted(other).folded());
    }

    @ParameterizedTest
    @CsvSource({
        "Max, 2, Max 2",
        "12345678901234567890, 2, 123456789012345678 2",
        "12345678901234567890, 1000, 123456789012345 1000",
        "12345678901234567 90, 10, 12345678901234567 10",
        "🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾, 7, 🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾🎾 7",
        "ab34567890123456x̃̈9, 12, ab34567890123456 12",
    })
    void a_number_fits_behind_every_name(String wish, int number, String numbered) {
        var name = accepted(wish).numbered(number);
        assertEquals(numbered, name.shown());
        assertEquals(numbered, accepted(name.shown()).shown(), "it is a name in its own right");
    }

    private static PlayerName accepted(String text) {
        return switch (PlayerName.parse(text)) {
            case Accepted(var name) -> name;
            case Refused(var reason) -> throw new AssertionError(text + " was refused: " + reason);
        };
    }

    private static Reason refused(String text) {
        return switch (PlayerName.parse(text)) {
            case Accepted(var name) -> throw new AssertionError(name + " was accepted");
            case Refused(var reason) -> reason;
        };
    }
}
