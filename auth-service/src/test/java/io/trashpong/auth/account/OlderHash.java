package io.trashpong.auth.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;

/** Hashes as they may have been made once, by weaker parameters; quick, too. */
final class OlderHash {
    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private OlderHash() {}

    static String of(String password) {
        return Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID)
                .hash(password.getBytes(StandardCharsets.UTF_8), SALT)
                .getResult();
    }
}
