package io.trashpong.auth.token;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/** The keys as this replica knows them: read at the start, and again every minute, so that keys rotate without restart. */
@Startup
@ApplicationScoped
public class KeySet {
    private static final Logger LOG = Logger.getLogger(KeySet.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(5);

    private final KeyStore store;
    private volatile List<SigningKey> keys = List.of();

    KeySet(KeyStore store) {
        this.store = store;
    }

    @PostConstruct
    void load() {
        keys = store.loadOrCreate().await().atMost(START_LIMIT);
    }

    /** While Postgres is away the keys that are known go on serving. */
    @Scheduled(every = "1m", delayed = "1m")
    Uni<Void> reload() {
        return store.load()
                .invoke(fresh -> keys = fresh)
                .onFailure()
                .invoke(e -> LOG.warnf("keys not read again: %s", e.getMessage()))
                .onFailure()
                .recoverWithItem(keys)
                .replaceWithVoid();
    }

    /** The public halves as a JWK set (RFC 7517). */
    public String publicJwks() {
        var jwks = new JsonWebKeySet(keys.stream().map(SigningKey::jwk).toList());
        return jwks.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    SigningKey getCurrent() {
        return keys.stream()
                .filter(key -> key.state() == SigningKey.State.CURRENT)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no current signing key"));
    }

    Optional<SigningKey> find(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }
}
