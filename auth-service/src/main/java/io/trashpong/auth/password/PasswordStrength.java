package io.trashpong.auth.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.trashpong.auth.name.PlayerName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Tells passwords that are guessed first, by zxcvbn (Wheeler, USENIX Security 2016): lists of common passwords and words,
 * names, dates, keyboard walks, repetitions, with letters swapped for digits. It takes milliseconds: call it from {@link
 * PasswordWorkers}.
 */
@ApplicationScoped
public class PasswordStrength {
    /** Of zxcvbn's 0 to 4; below it fewer than a million guesses do. */
    private static final int LEAST_SCORE = 2;

    /** Its time grows faster than the length, and what is strong so far is not made weak by what follows. */
    private static final int MEASURED_CHARACTERS = 64;

    private static final String OUR_NAME = "trashpong";

    private final Zxcvbn zxcvbn = new Zxcvbn();

    /** Whether a guesser who knows the player's name would soon have tried this. */
    public boolean isCommon(Password password, PlayerName name) {
        String value = password.value();
        String start = value.substring(0, Math.min(value.length(), MEASURED_CHARACTERS));
        return zxcvbn.measure(start, List.of(OUR_NAME, name.shown(), name.folded()))
                        .getScore()
                < LEAST_SCORE;
    }
}
