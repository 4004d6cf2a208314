package io.trashpong.auth.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.trashpong.auth.password.Password.Accepted;
import io.trashpong.auth.password.PasswordHasher.Verdict;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = QuickCost.realHasher();

    @Test
    void a_hash_says_its_parameters_and_is_of_one_password_only() {
        var start = "x".repeat(72);
        var hash = hasher.hash(password(start + " one"));
        assertTrue(
                hash.phc().matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"),
                "16 bytes of salt, 32 of digest");
        assertEquals(Verdict.RIGHT, hasher.compare(password(start + " one"), hash));
        assertEquals(Verdict.WRONG, hasher.compare(password(start + " two"), hash), "the 73rd byte counts");
    }

    @Test
    void a_hash_of_older_parameters_is_good_yet_outdated() {
        var older = Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID);
        var hash = new PasswordHash(
                older.hash(password("correct horse").bytes(), "0123456789abcdef".getBytes(StandardCharsets.US_ASCII))
                        .getResult());
        assertEquals(Verdict.RIGHT_YET_OUTDATED, hasher.compare(password("correct horse"), hash));
        assertEquals(Verdict.WRONG, hasher.compare(password("correct house"), hash));
    }

    @Test
    void two_hashes_of_one_password_differ() {
        assertNotEquals(hasher.hash(password("correct horse")), hasher.hash(password("correct horse")));
    }

    private static Password password(String text) {
        return ((Accepted) Password.parse(text)).password();
    }
}
