package io.trashpong.auth.password;

import io.trashpong.auth.name.PlayerName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Whose password is tried from where. For names that nobody has it is the same, so that they are answered the same. It is kept
 * as a hash only: whoever mistakes the fields types his password as a name.
 *
 * @param source as it is counted: an address, or a network of IPv6
 */
public record TryKey(PlayerName name, String source) {
    byte[] hash() {
        try {
            // No source has a space, and it comes first: no two pairs give one text.
            var text = source + " " + name.folded();
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
