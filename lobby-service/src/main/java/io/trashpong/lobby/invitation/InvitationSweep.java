package io.trashpong.lobby.invitation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.config.LobbyConfig;
import io.trashpong.lobby.room.RoomChanges;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Ends invitations whose time is over, and forgets those that ended long ago. Every replica does it. */
@ApplicationScoped
class InvitationSweep {
    private static final Logger LOG = Logger.getLogger(InvitationSweep.class);

    private final Pool pool;
    private final RoomChanges changes;
    private final Duration rememberedFor;

    InvitationSweep(Pool pool, RoomChanges changes, LobbyConfig config) {
        this.pool = pool;
        this.changes = changes;
        this.rememberedFor = config.lobby().tombstoneTtl();
    }

    @Scheduled(every = "${trashpong.lobby.sweep-interval:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return pool.query("SELECT EXISTS (SELECT FROM lobby.invitation WHERE state = 'pending'"
                        + " AND expires_at <= clock_timestamp())")
                .execute()
                .flatMap(rows -> rows.iterator().next().getBoolean(0)
                        ? expire()
                        : Uni.createFrom().voidItem())
                .flatMap(expired -> forget())
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("sweep put off: %s", failure.getClass().getSimpleName());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> expire() {
        return changes.change(transaction -> new InvitationTable(transaction.connection()).expireDue())
                .replaceWithVoid();
    }

    private Uni<Void> forget() {
        return pool.preparedQuery("DELETE FROM lobby.invitation WHERE state <> 'pending'"
                        + " AND expires_at < clock_timestamp() - $1::bigint * interval '1 millisecond'")
                .execute(Tuple.of(rememberedFor.toMillis()))
                .replaceWithVoid();
    }
}
