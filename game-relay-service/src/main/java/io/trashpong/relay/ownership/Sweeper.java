package io.trashpong.relay.ownership;

import io.trashpong.bus.DurableTopic;
import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.RelayEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Closes rooms that nobody rules and nobody took for a minute, and forgets closed ones after a day. Every replica does it;
 * the rows' locks see to it that each room is closed once.
 */
public final class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final long EVERY_MS = 10_000;
    private static final String DEAD = "SELECT owner FROM (SELECT DISTINCT owner FROM relay.room"
            + " WHERE closed_at IS NULL AND owner <> $1) AS other"
            + " WHERE relay.is_dead(owner, $1, $2::bigint * interval '1 millisecond')";
    private static final String MARK = "UPDATE relay.room SET orphaned_at = clock_timestamp()"
            + " WHERE closed_at IS NULL AND orphaned_at IS NULL AND (owner IS NULL OR owner = ANY ($1))";
    private static final String CLOSE = "UPDATE relay.room SET closed_at = clock_timestamp(), epoch = epoch + 1"
            + " WHERE closed_at IS NULL AND orphaned_at < clock_timestamp() - interval '60 seconds'"
            + " AND (owner IS NULL OR owner = ANY ($1)) RETURNING id";
    private static final String FORGET = "DELETE FROM relay.room WHERE id IN (SELECT id FROM relay.room"
            + " WHERE closed_at < clock_timestamp() - interval '1 day' LIMIT 500 FOR UPDATE SKIP LOCKED)";
    private static final String FORGET_REPLICAS =
            "DELETE FROM relay.replica WHERE expires_at < clock_timestamp() - interval '1 hour'";

    private final Vertx vertx;
    private final Pool postgres;
    private final ReplicaId self;
    private final DurableTopic events;
    private final long settledMillis;

    public Sweeper(Vertx vertx, Pool postgres, ReplicaId self, DurableTopic events, LeaseTimes times) {
        this.vertx = vertx;
        this.postgres = postgres;
        this.self = self;
        this.events = events;
        this.settledMillis = times.settled().toMillis();
    }

    /** @return ends it */
    public Runnable start() {
        long timer = vertx.setPeriodic(
                EVERY_MS, _ -> sweep().onFailure(e -> LOG.warnf("rooms can't be swept: %s", e.getMessage())));
        return () -> {
            boolean _ = vertx.cancelTimer(timer);
        };
    }

    Future<Void> sweep() {
        return postgres.preparedQuery(DEAD)
                .execute(Tuple.of(self.value(), settledMillis))
                .map(Sweeper::owners)
                .compose(dead -> postgres.preparedQuery(MARK)
                        .execute(Tuple.of(dead))
                        .compose(_ -> postgres.withTransaction(transaction -> close(transaction, dead))))
                .onSuccess(_ -> events.ring())
                .compose(_ -> postgres.preparedQuery(FORGET).execute())
                .compose(_ -> postgres.preparedQuery(FORGET_REPLICAS).execute())
                .mapEmpty();
    }

    private static String[] owners(RowSet<Row> rows) {
        var owners = new ArrayList<String>(rows.size());
        rows.forEach(row -> owners.add(row.getString(0)));
        return owners.toArray(String[]::new);
    }

    private Future<Void> close(SqlConnection transaction, String[] dead) {
        return transaction.preparedQuery(CLOSE).execute(Tuple.of(dead)).compose(rows -> {
            var closed = new ArrayList<RoomId>();
            rows.forEach(row -> closed.add(new RoomId(row.getString(0))));
            return append(transaction, closed);
        });
    }

    private Future<Void> append(SqlConnection transaction, List<RoomId> closed) {
        Future<Void> appended = Future.succeededFuture();
        for (RoomId room : closed) {
            String event = TextFrame.encode(new RelayEvent.RoomClosed(room));
            appended = appended.compose(_ -> events.append(transaction, event));
        }
        return appended;
    }
}
