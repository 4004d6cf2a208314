package io.trashpong.auth.token;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.UnavailableException;
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
    /** A cold start on a busy machine may find Postgres slower than a request would bear. */
    private static final Duration START_LIMIT = Duration.ofSeconds(45);

    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);

    private final KeyStore store;
    private volatile List<SigningKey> keys = List.of();

    KeySet(KeyStore store) {
        this.store = store;
    }

    @PostConstruct
    void load() {
        keys = store.loadOrCreate()
                .onFailure(UnavailableException.class)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .expireIn(START_LIMIT.toMillis())
                .await()
                .atMost(START_LIMIT.plus(LONGEST_RETRY));
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
