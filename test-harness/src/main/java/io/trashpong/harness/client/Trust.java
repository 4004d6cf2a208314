package io.trashpong.harness.client;

import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed over {@code https}: those that the machine trusts, or, when a file is named, those of that
 * file alone. The host's name is checked either way.
 *
 * @param authorities certificates in PEM; null for the machine's
 */
public record Trust(@Nullable Path authorities) {
    public static final Trust MACHINE = new Trust(null);

    /** @throws UncheckedIOException when the file can't be read or holds no certificate; the message is a sentence */
    Optional<SSLContext> context() {
        if (authorities == null) {
            return Optional.empty();
        }
        try (InputStream pem = Files.newInputStream(authorities)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new IOException("no certificate in it");
            }
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return Optional.of(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new UncheckedIOException(
                    "Can't read certificates from " + authorities + ": " + e.getMessage(),
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    WebSocketClientOptions applyTo(WebSocketClientOptions options) {
        return authorities == null
                ? options
                : options.setTrustOptions(new PemTrustOptions().addCertPath(authorities.toString()));
    }
}
