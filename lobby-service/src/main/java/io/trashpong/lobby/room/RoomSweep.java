package io.trashpong.lobby.room;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.config.LobbyConfig;
import io.trashpong.lobby.eventlog.EventLog;
import io.trashpong.lobby.eventlog.EventLog.RoomEnd;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.protocol.RoomId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Ends rooms that nobody came to, and forgets those that are long gone. Every replica does it; they can't get in each other's
 * way, since rooms change one at a time.
 */
@ApplicationScoped
class RoomSweep {
    private static final Logger LOG = Logger.getLogger(RoomSweep.class);
    /** Rooms closed in one transaction; the rest waits for the next round. */
    private static final int MAX_AT_ONCE = 100;

    private final Pool pool;
    private final RoomChanges changes;
    private final Duration unopenedTtl;
    private final Duration tombstoneTtl;

    RoomSweep(Pool pool, RoomChanges changes, LobbyConfig config) {
        this.pool = pool;
        this.changes = changes;
        this.unopenedTtl = config.lobby().unopenedRoomTtl();
        this.tombstoneTtl = config.lobby().tombstoneTtl();
    }

    @Scheduled(every = "${trashpong.lobby.sweep-interval:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return closeUnopened().flatMap(closed -> forgetGone()).onFailure().recoverWithUni(failure -> {
            LOG.warnf("sweep put off: %s", failure.getClass().getSimpleName());
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> closeUnopened() {
        return pool.preparedQuery("SELECT EXISTS (SELECT FROM lobby.room WHERE gone_at IS NULL AND NOT opened"
                        + " AND touched_at < clock_timestamp() - $1::bigint * interval '1 millisecond')")
                .execute(Tuple.of(unopenedTtl.toMillis()))
                .flatMap(rows -> rows.iterator().next().getBoolean(0)
                        ? changes.change(this::closeUnopened)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> closeUnopened(Transaction transaction) {
        return transaction
                .rooms()
                .listUnopened(unopenedTtl, MAX_AT_ONCE)
                .flatMap(ids -> closeEach(transaction, ids))
                .replaceWithVoid();
    }

    private Uni<List<Boolean>> closeEach(Transaction transaction, List<RoomId> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> transaction
                        .rooms()
                        .closeUnopened(id, unopenedTtl)
                        .map(closed -> {
                            closed.ifPresent(room -> EventLog.roomClosed(room.id(), RoomEnd.UNOPENED));
                            return closed.isPresent();
                        }))
                .collect()
                .asList();
    }

    private Uni<Void> forgetGone() {
        return pool.preparedQuery("DELETE FROM lobby.room WHERE gone_at IS NOT NULL"
                        + " AND gone_at < clock_timestamp() - $1::bigint * interval '1 millisecond'")
                .execute(Tuple.of(tombstoneTtl.toMillis()))
                .replaceWithVoid();
    }
}
