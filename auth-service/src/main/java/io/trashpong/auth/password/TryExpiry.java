package io.trashpong.auth.password;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Forgets tries that no longer count. Replicas may do so at the same time. */
@ApplicationScoped
class TryExpiry {
    /** Rows in one run; what is left waits for the next. */
    private static final int BATCH = 10_000;

    private static final Logger LOG = Logger.getLogger(TryExpiry.class);

    private final TryStore tries;

    TryExpiry(TryStore tries) {
        this.tries = tries;
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return tries.deleteOld(BATCH)
                .onFailure()
                .invoke(e -> LOG.warnf("old tries stay for now: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
