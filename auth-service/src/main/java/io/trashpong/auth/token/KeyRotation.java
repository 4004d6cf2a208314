package io.trashpong.auth.token;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.trashpong.auth.AuthConfig;
import io.trashpong.auth.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Moves the keys on, one step at a time, whichever replica comes first: a successor is published, signs once everybody knows
 * it, and goes when nothing it signed is good any more. Nobody needs to be restarted.
 */
@ApplicationScoped
class KeyRotation {
    /**
     * From publishing to signing: longer than the key set may be cached (5 minutes by lobby, relay and HTTP) and than the
     * minute after which every replica has read the table again, so that no token is signed by a key that somebody lacks.
     */
    static final Duration PUBLISHED_BEFORE = Duration.ofMinutes(10);

    /** From its last signature on; a token lives for a quarter of an hour, a replica cut off from Postgres may sign on. */
    static final Duration PUBLISHED_AFTER = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    private final KeyStore store;
    private final KeySet keys;
    private final Duration signsFor;
    private final EventLog events;

    KeyRotation(KeyStore store, KeySet keys, AuthConfig config, EventLog events) {
        this.store = store;
        this.keys = keys;
        this.signsFor = Duration.ofDays(config.keyDays());
        this.events = events;
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return store.moveOn(signsFor, PUBLISHED_BEFORE, PUBLISHED_AFTER)
                .invoke(moves -> moves.forEach(move -> events.keyMoved(move.kid(), move.to())))
                .chain(moves -> moves.isEmpty() ? Uni.createFrom().voidItem() : keys.reload())
                .onFailure()
                .invoke(e -> LOG.warnf("keys stay as they are for now: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
