package io.trashpong.protocol;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** How every id here is made and checked: 128 random bits as 22 characters of base64url without padding (RFC 4648). */
final class Id {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Id() {}

    static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException when {@code value} is not 22 characters that stand for 128 bits */
    static void check(String what, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must be 22 characters of base64url");
        }
    }
}
