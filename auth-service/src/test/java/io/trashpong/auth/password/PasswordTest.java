package io.trashpong.auth.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trashpong.auth.password.Password.Accepted;
import io.trashpong.auth.password.Password.Reason;
import io.trashpong.auth.password.Password.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                " leading and trailing ",
                "пароль-из-букв",
                "🎾🎾🎾🎾🎾🎾🎾🎾",
                "'; DROP TABLE x;--",
                "%s%n${jndi:x}",
                "$argon2id$v=19$m=8,t=1,p=1$",
            })
    void a_password_may_be_anything_of_its_length(String text) {
        assertEquals(text, accepted(text).value());
    }

    @Test
    void a_password_has_8_to_128_characters_whatever_their_bytes() {
        assertEquals(Reason.LENGTH, refused("1234567"));
        assertEquals(Reason.LENGTH, refused(""));
        assertEquals(Reason.LENGTH, refused("🎾🎾🎾🎾🎾🎾🎾"));
        assertEquals(128, accepted("x".repeat(128)).value().length());
        assertEquals(512, accepted("🎾".repeat(128)).bytes().length);
        assertEquals(Reason.LENGTH, refused("x".repeat(129)));
        assertEquals(Reason.LENGTH, refused("x".repeat(1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678\u0000", "1234\n5678", "1234\t5678", "12345678\u007F", "12345678\uD800"})
    void what_nobody_types_is_refused(String text) {
        assertEquals(Reason.CHARACTER, refused(text));
    }

    @Test
    void a_keyboard_that_composes_and_one_that_does_not_type_the_same() {
        assertEquals(
                accepted("M\u00FCller-Meier").value(),
                accepted("Mu\u0308ller-Meier").value());
    }

    @Test
    void a_password_and_its_hash_show_nothing_of_themselves() {
        assertFalse(accepted("correct horse").toString().contains("horse"));
        assertFalse(new PasswordHash("$argon2id$v=19").toString().contains("argon"));
    }

    private static Password accepted(String text) {
        return switch (Password.parse(text)) {
            case Accepted(var password) -> password;
            case Refused(var reason) -> throw new AssertionError("refused: " + reason);
        };
    }

    private static Reason refused(String text) {
        return switch (Password.parse(text)) {
            case Accepted(var password) -> throw new AssertionError("accepted");
            case Refused(var reason) -> reason;
        };
    }
}
