package io.trashpong.auth.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secret that the lobby shows in {@value #HEADER}. */
@ApplicationScoped
public class InternalSecret {
    public static final String HEADER = "X-Internal-Secret";

    /** In characters. */
    static final int MIN_LENGTH = 32;

    private final byte[] secret;

    InternalSecret(@ConfigProperty(name = "trashpong.internal.secret") String secret) {
        if (secret.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "TRASHPONG_INTERNAL_SECRET must have at least " + MIN_LENGTH + " characters");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes as long for a near miss as for a wild guess. */
    public boolean matches(String shown) {
        return MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
    }
}
