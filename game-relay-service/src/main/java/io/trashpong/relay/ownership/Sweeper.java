package io.trashpong.relay.ownership;

import io.trashpong.bus.Bus;
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
    private static final String OWNERS = "SELECT DISTINCT owner FROM relay.room WHERE closed_at IS NULL";
    private static final String MARK = "UPDATE relay.room SET orphaned_at = clock_timestamp()"
            + " WHERE closed_at IS NULL AND orphaned_at IS NULL AND (owner IS NULL OR owner = ANY ($1))";
    private static final String CLOSE = "UPDATE relay.room SET closed_at = clock_timestamp(), epoch = epoch + 1"
            + " WHERE closed_at IS NULL AND orphaned_at < clock_timestamp() - interval '60 seconds'"
            + " AND (owner IS NULL OR owner = ANY ($1)) RETURNING id";
    private static final String FORGET = "DELETE FROM relay.room WHERE id IN (SELECT id FROM relay.room"
            + " WHERE closed_at < clock_timestamp() - interval '1 day' LIMIT 500 FOR UPDATE SKIP LOCKED)";

    private final Vertx vertx;
    private final Pool postgres;
    private final Bus bus;
    private final DurableTopic events;

    public Sweeper(Vertx vertx, Pool postgres, Bus bus, DurableTopic events) {
        this.vertx = vertx;
        this.postgres = postgres;
        this.bus = bus;
        this.events = events;
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
        return postgres.preparedQuery(OWNERS)
                .execute()
                .compose(this::dead)
                .compose(dead -> postgres.preparedQuery(MARK)
                        .execute(Tuple.of(dead))
                        .compose(_ -> postgres.withTransaction(transaction -> close(transaction, dead))))
                .onSuccess(_ -> events.ring())
                .compose(_ -> postgres.preparedQuery(FORGET).execute())
                .mapEmpty();
    }

    private Future<String[]> dead(RowSet<Row> owners) {
        var dead = new ArrayList<String>();
        Future<Void> asked = Future.succeededFuture();
        for (Row row : owners) {
            String owner = row.getString(0);
            if (owner != null) {
                asked = asked.compose(_ -> bus.isLocked(new ReplicaId(owner))).map(locked -> {
                    if (!locked) {
                        dead.add(owner);
                    }
                    return null;
                });
            }
        }
        return asked.map(_ -> dead.toArray(String[]::new));
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
