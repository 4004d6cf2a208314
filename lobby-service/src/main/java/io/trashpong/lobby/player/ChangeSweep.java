package io.trashpong.lobby.player;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Forgets changes after a day, when the longest match that may bring an older name has been told of. */
@ApplicationScoped
class ChangeSweep {
    private static final Logger LOG = Logger.getLogger(ChangeSweep.class);

    private final Pool pool;

    ChangeSweep(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return pool.query("DELETE FROM lobby.player_change WHERE changed_at < clock_timestamp() - interval '1 day'")
                .execute()
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("sweep put off: %s", failure.getClass().getSimpleName());
                    return Uni.createFrom().voidItem();
                });
    }
}
