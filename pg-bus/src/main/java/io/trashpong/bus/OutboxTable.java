package io.trashpong.bus;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The statements on {@code bus.outbox} and {@code bus.cursor} for one group. Ids are given before their transactions commit,
 * so events are read in the order of (transaction, id), and only those of transactions older than every one still open:
 * nothing can appear before them any more.
 */
record OutboxTable(String topic, String group) {
    private static final String CREATE_CURSOR =
            "INSERT INTO bus.cursor (topic, consumer_group) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    private static final String PEEK = """
            SELECT next.xid < pg_snapshot_xmin(pg_current_snapshot()) AS settled
            FROM bus.cursor c
            LEFT JOIN LATERAL (
              SELECT o.xid FROM bus.outbox o
              WHERE o.topic = c.topic AND (o.xid, o.id) > (c.xid, c.id)
              ORDER BY o.xid, o.id LIMIT 1) next ON true
            WHERE c.topic = $1 AND c.consumer_group = $2""";
    private static final String LOCK_CURSOR = """
            SELECT xid::text, id FROM bus.cursor
            WHERE topic = $1 AND consumer_group = $2 FOR UPDATE SKIP LOCKED""";
    /** A bare {@code ORDER BY xid} would sort by the text that is put out. */
    private static final String READ = """
            SELECT o.xid::text, o.id, o.payload::text FROM bus.outbox o
            WHERE o.topic = $1 AND (o.xid, o.id) > ($2::text::xid8, $3::bigint)
              AND o.xid < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY o.xid, o.id LIMIT $4""";

    private static final String MOVE_CURSOR = """
            UPDATE bus.cursor SET xid = $3::text::xid8, id = $4
            WHERE topic = $1 AND consumer_group = $2""";

    enum Waiting {
        /** The group is new, or its row was lost with a restored database. */
        NO_CURSOR,
        NOTHING,
        /** Events are committed, but an older transaction is still open. */
        HELD_BACK,
        EVENTS
    }

    /** A place in the order of events. */
    record Position(String xid, long id) {}

    record Event(Position position, String json) {}

    Future<Void> createCursor(SqlClient client) {
        return client.preparedQuery(CREATE_CURSOR)
                .execute(Tuple.of(topic, group))
                .mapEmpty();
    }

    Future<Waiting> peek(SqlClient client) {
        return client.preparedQuery(PEEK).execute(Tuple.of(topic, group)).map(rows -> {
            var row = rows.iterator();
            if (!row.hasNext()) {
                return Waiting.NO_CURSOR;
            }
            var settled = row.next().getBoolean(0);
            if (settled == null) {
                return Waiting.NOTHING;
            }
            return settled ? Waiting.EVENTS : Waiting.HELD_BACK;
        });
    }

    /** Empty when another replica has it. */
    Future<Optional<Position>> lockCursor(SqlClient transaction) {
        return transaction
                .preparedQuery(LOCK_CURSOR)
                .execute(Tuple.of(topic, group))
                .map(rows -> {
                    var row = rows.iterator();
                    return row.hasNext() ? Optional.of(position(row.next())) : Optional.empty();
                });
    }

    Future<List<Event>> read(SqlClient transaction, Position after) {
        return transaction
                .preparedQuery(READ)
                .execute(Tuple.of(topic, after.xid(), after.id(), BusLimits.MAX_BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Event(position(row), row.getString(2)))
                        .toList());
    }

    Future<Void> moveCursor(SqlClient transaction, Position to) {
        return transaction
                .preparedQuery(MOVE_CURSOR)
                .execute(Tuple.of(topic, group, to.xid(), to.id()))
                .mapEmpty();
    }

    private static Position position(Row row) {
        return new Position(row.getString(0), row.getLong(1));
    }
}
