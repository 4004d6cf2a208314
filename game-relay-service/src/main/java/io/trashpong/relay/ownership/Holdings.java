package io.trashpong.relay.ownership;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.RoomId;
import io.trashpong.relay.room.LiveRoom;
import io.trashpong.relay.store.StateJson;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The rooms this replica owns, as their rows have it: looks them up, lets them go, gives them away. */
public final class Holdings {
    private static final String OWNED = "SELECT id, epoch FROM relay.room WHERE owner = $1 AND closed_at IS NULL";
    private static final String OWNS =
            "SELECT 1 FROM relay.room WHERE id = $1 AND epoch = $2 AND owner = $3 AND closed_at IS NULL";
    private static final String RELEASE =
            "UPDATE relay.room SET owner = NULL WHERE id = $1 AND epoch = $2 AND owner = $3";
    private static final String GIVE = "UPDATE relay.room"
            + " SET owner = $4, epoch = epoch + 1, taken_up = false, live = $5"
            + " WHERE id = $1 AND epoch = $2 AND owner = $3 AND closed_at IS NULL AND EXISTS (SELECT"
            + " FROM relay.replica WHERE id = $4 AND NOT draining AND expires_at > clock_timestamp())"
            + " RETURNING epoch";

    private final Pool postgres;
    private final ReplicaId self;

    public Holdings(Pool postgres, ReplicaId self) {
        this.postgres = postgres;
        this.self = self;
    }

    /** The epochs under which this replica owns. */
    public Future<Map<RoomId, Long>> list() {
        return postgres.preparedQuery(OWNED).execute(Tuple.of(self.value())).map(rows -> {
            var owned = new HashMap<RoomId, Long>();
            rows.forEach(row -> owned.put(new RoomId(row.getString("id")), row.getLong("epoch")));
            return owned;
        });
    }

    public Future<Boolean> owns(RoomId room, long epoch) {
        return postgres.preparedQuery(OWNS)
                .execute(Tuple.of(room.value(), epoch, self.value()))
                .map(rows -> rows.size() > 0);
    }

    /** Lets go of a room, so that any replica takes it at once. */
    public Future<Void> release(RoomId room, long epoch) {
        return postgres.preparedQuery(RELEASE)
                .execute(Tuple.of(room.value(), epoch, self.value()))
                .mapEmpty();
    }

    /**
     * Gives a room to another replica, whole.
     *
     * @return the heir's epoch; empty when the heir takes no rooms, or this one owns it no more
     */
    public Future<OptionalLong> give(RoomId room, long epoch, ReplicaId heir, LiveRoom live) {
        var row = Tuple.of(room.value(), epoch, self.value(), heir.value(), Buffer.buffer(StateJson.encode(live)));
        return postgres.preparedQuery(GIVE)
                .execute(row)
                .map(rows -> rows.size() == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(rows.iterator().next().getLong(0)));
    }
}
