package io.trashpong.relay.ownership;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Does in a room's row what the lobby wants, and finds who rules the room and so has to do it as well. */
public final class LobbyWishes {
    /** Leaves a closed row even of a room that nobody has entered yet, so that nobody does. */
    private static final String CLOSE =
            "INSERT INTO relay.room (id, game, owner, epoch, origin, revision, state, closed_at)"
                    + " VALUES ($1, '', NULL, 1, 0, 0, '{}', clock_timestamp())"
                    + " ON CONFLICT (id) DO UPDATE SET closed_at = coalesce(relay.room.closed_at, clock_timestamp())"
                    + " RETURNING owner";

    private static final String OWNER = "SELECT owner FROM relay.room WHERE id = $1 AND closed_at IS NULL";
    private static final String FREE_SEAT = "UPDATE relay.room SET revision = revision + 1,"
            + " state = jsonb_set(state, ARRAY['seats', $2::text], 'null')"
            + " WHERE id = $1 AND owner IS NULL AND state #>> ARRAY['seats', $2::text, 'player', 'id'] = $3";

    /** Closes a room for good, whoever rules it. @return who that is */
    public Future<Optional<ReplicaId>> close(SqlConnection transaction, RoomId room) {
        return transaction.preparedQuery(CLOSE).execute(Tuple.of(room.value())).map(LobbyWishes::owner);
    }

    /** Frees the seat in the row of a room that nobody rules. @return who rules it, and so has to free the seat */
    public Future<Optional<ReplicaId>> giveUpSeat(SqlConnection transaction, RoomId room, int seat, PlayerId player) {
        return transaction
                .preparedQuery(FREE_SEAT)
                .execute(Tuple.of(room.value(), Integer.toString(seat), player.value()))
                .compose(_ -> transaction.preparedQuery(OWNER).execute(Tuple.of(room.value())))
                .map(LobbyWishes::owner);
    }

    private static Optional<ReplicaId> owner(RowSet<Row> rows) {
        String owner = rows.size() == 0 ? null : rows.iterator().next().getString("owner");
        return Optional.ofNullable(owner).map(ReplicaId::new);
    }
}
