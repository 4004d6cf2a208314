package io.trashpong.auth.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secret that the lobby shows in {@value #HEADER}. */
@ApplicationScoped
public class InternalSecret {
    public static final String HEADER = "X-Internal-Secret";

    private final byte[] secret;

    InternalSecret(@ConfigProperty(name = "trashpong.internal.secret") String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes as long for a near miss as for a wild guess. */
    public boolean matches(String shown) {
        return MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
    }
}
