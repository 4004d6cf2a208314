package io.trashpong.auth.password;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.auth.name.PlayerName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {
    private static final PasswordStrength STRENGTH = new PasswordStrength();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Passw0rd!",
                "12345678",
                "qwertyuiop",
                "1q2w3e4r",
                "aaaaaaaaaaaa",
                "abcdefgh",
                "iloveyou2",
                "dragonfly",
                "19900101",
                "Trashpong1",
                "Maximilian9",
                "MAXIMILIAN",
            })
    void what_is_guessed_first_is_common(String text) {
        assertEquals(true, isCommon(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "x8fj2kq9",
                "Kiefernzapfen im Regen",
                "🎾 ping 🎾 pong 🎾",
                "ein-zug-um-7"
            })
    void what_a_guesser_would_not_come_to_soon_is_not(String text) {
        assertEquals(false, isCommon(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "p@$$w0rd"})
    void the_longest_repetition_is_common_still(String text) {
        assertEquals(true, isCommon(text.repeat(128 / text.length())));
    }

    private static boolean isCommon(String text) {
        var password = ((Password.Accepted) Password.parse(text)).password();
        return STRENGTH.isCommon(password, PlayerName.ofStored("Maximilian"));
    }
}
