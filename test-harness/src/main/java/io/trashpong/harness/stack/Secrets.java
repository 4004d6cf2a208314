package io.trashpong.harness.stack;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that nobody has to type: 256 random bits as 64 hexadecimal digits. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
