package io.trashpong.lobby.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTitleTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ana", "卓球で遊ぼう", "Ünïcödé", "हिन्दी", "ห้องของน้ำ", "🏓 now!", "<b>&\"'"})
    void any_script_makes_a_title(String text) {
        assertEquals(Optional.of(text), RoomTitle.of(text).map(RoomTitle::value));
    }

    @Test
    void spaces_are_tidied_and_letters_composed() {
        assertEquals("a b", RoomTitle.of("  a \u00A0\u3000 b ").orElseThrow().value());
        assertEquals("\u00E9", RoomTitle.of("e\u0301").orElseThrow().value());
    }

    @Test
    void length_counts_code_points() {
        assertEquals(true, RoomTitle.of("🏓".repeat(40)).isPresent());
        assertEquals(false, RoomTitle.of("🏓".repeat(41)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "a\tb",
                "\u202Eevil",
                "\u2066a",
                "a\u200Db",
                "\u00AD",
                "\u3164",
                "\uD800",
                "\u2028"
            })
    void what_is_not_seen_is_refused(String text) {
        assertEquals(Optional.empty(), RoomTitle.of(text));
        assertThrows(IllegalArgumentException.class, () -> new RoomTitle(text.equals(" ") ? "" : text));
    }
}
