package io.trashpong.relay.ownership;

import io.trashpong.bus.Bus;
import io.trashpong.bus.DurableTopic;
import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.relay.room.RoomRecord;
import io.trashpong.relay.store.StateJson;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a room's owner, or becomes it: only when the room is new, was let go, or its owner's session lock is free. */
public final class RoomDirectory {
    private static final String FIND =
            "SELECT owner, epoch, origin, closed_at IS NOT NULL AS closed FROM relay.room WHERE id = $1";
    private static final String OPEN = "INSERT INTO relay.room (id, game, owner, epoch, origin, revision, state)"
            + " VALUES ($1, $2, $3, 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, 0, $4::text::jsonb)"
            + " ON CONFLICT (id) DO NOTHING RETURNING epoch, origin, revision, state::text AS state";
    private static final String TAKE = "UPDATE relay.room SET owner = $2, epoch = epoch + 1, orphaned_at = NULL"
            + " WHERE id = $1 AND epoch = $3 AND closed_at IS NULL"
            + " RETURNING epoch, origin, revision, state::text AS state";
    private static final String RELEASE =
            "UPDATE relay.room SET owner = NULL WHERE id = $1 AND epoch = $2 AND owner = $3";
    private static final String OWNED = "SELECT id, epoch FROM relay.room WHERE owner = $1 AND closed_at IS NULL";
    private static final String OWNS =
            "SELECT 1 FROM relay.room WHERE id = $1 AND epoch = $2 AND owner = $3 AND closed_at IS NULL";
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
    private static final int MAX_TRIES = 5;

    private final Pool postgres;
    private final Bus bus;
    private final DurableTopic events;

    public RoomDirectory(Pool postgres, Bus bus, DurableTopic events) {
        this.postgres = postgres;
        this.bus = bus;
        this.events = events;
    }

    /** @param game opens the room if it is new; null when the asker has no ticket and so can't open one */
    public Future<Place> place(RoomId room, @Nullable GameKind game) {
        return place(room, game, 1);
    }

    /** Lets go of a room, so that any replica takes it at once. */
    public Future<Void> release(RoomId room, long epoch) {
        return postgres.preparedQuery(RELEASE)
                .execute(Tuple.of(room.value(), epoch, bus.self().value()))
                .mapEmpty();
    }

    /** The epochs under which this replica rules. */
    public Future<Map<RoomId, Long>> listOwned() {
        return postgres.preparedQuery(OWNED)
                .execute(Tuple.of(bus.self().value()))
                .map(rows -> {
                    var owned = new HashMap<RoomId, Long>();
                    rows.forEach(row -> owned.put(new RoomId(row.getString("id")), row.getLong("epoch")));
                    return owned;
                });
    }

    public Future<Boolean> owns(RoomId room, long epoch) {
        return postgres.preparedQuery(OWNS)
                .execute(Tuple.of(room.value(), epoch, bus.self().value()))
                .map(rows -> rows.size() > 0);
    }

    /** Closes a room for good, whoever rules it. @return who that is */
    public Future<Optional<ReplicaId>> close(SqlConnection transaction, RoomId room) {
        return transaction.preparedQuery(CLOSE).execute(Tuple.of(room.value())).map(RoomDirectory::owner);
    }

    /** Frees the seat in the row of a room that nobody rules. @return who rules it, and so has to free the seat */
    public Future<Optional<ReplicaId>> giveUpSeat(SqlConnection transaction, RoomId room, int seat, PlayerId player) {
        return transaction
                .preparedQuery(FREE_SEAT)
                .execute(Tuple.of(room.value(), Integer.toString(seat), player.value()))
                .compose(_ -> transaction.preparedQuery(OWNER).execute(Tuple.of(room.value())))
                .map(RoomDirectory::owner);
    }

    private static Optional<ReplicaId> owner(RowSet<Row> rows) {
        String owner = rows.size() == 0 ? null : rows.iterator().next().getString("owner");
        return Optional.ofNullable(owner).map(ReplicaId::new);
    }

    private Future<Place> place(RoomId room, @Nullable GameKind game, int tries) {
        if (tries > MAX_TRIES) {
            return Future.failedFuture(new IllegalStateException("room " + room + " changes hands too quickly"));
        }
        return postgres.preparedQuery(FIND).execute(Tuple.of(room.value())).compose(rows -> {
            if (rows.size() == 0) {
                return game == null ? nowhere() : open(room, game).compose(won -> orAgain(won, room, game, tries));
            }
            Row row = rows.iterator().next();
            return row.getBoolean("closed") ? nowhere() : found(room, row, game, tries);
        });
    }

    private Future<Place> found(RoomId room, Row row, @Nullable GameKind game, int tries) {
        String owner = row.getString("owner");
        long epoch = row.getLong("epoch");
        if (owner == null || owner.equals(bus.self().value())) {
            return take(room, epoch).compose(won -> orAgain(won, room, game, tries));
        }
        var replica = new ReplicaId(owner);
        return bus.isLocked(replica).compose(locked -> {
            if (locked) {
                return Future.succeededFuture(new Place.There(replica, epoch, row.getLong("origin")));
            }
            return take(room, epoch).compose(won -> orAgain(won, room, game, tries));
        });
    }

    private Future<Place> orAgain(@Nullable Claim won, RoomId room, @Nullable GameKind game, int tries) {
        return won == null ? place(room, game, tries + 1) : Future.succeededFuture(new Place.Here(won));
    }

    private Future<@Nullable Claim> open(RoomId room, GameKind game) {
        var fresh = StateJson.encode(RoomRecord.empty(game));
        return postgres.<@Nullable Claim>withTransaction(transaction -> transaction
                        .preparedQuery(OPEN)
                        .execute(Tuple.of(room.value(), game.name(), bus.self().value(), fresh))
                        .compose(rows -> {
                            if (rows.size() == 0) {
                                return Future.succeededFuture();
                            }
                            Claim claim = claim(rows.iterator().next());
                            return events.append(transaction, TextFrame.encode(new RelayEvent.RoomOpened(room)))
                                    .map(_ -> claim);
                        }))
                .onSuccess(_ -> events.ring());
    }

    private Future<@Nullable Claim> take(RoomId room, long seenEpoch) {
        return postgres.preparedQuery(TAKE)
                .execute(Tuple.of(room.value(), bus.self().value(), seenEpoch))
                .map(rows -> rows.size() == 0 ? null : claim(rows.iterator().next()));
    }

    private static Claim claim(Row row) {
        return new Claim(
                row.getLong("epoch"),
                row.getLong("origin"),
                StateJson.decode(row.getString("state")),
                row.getLong("revision"));
    }

    private static Future<Place> nowhere() {
        return Future.succeededFuture(new Place.Nowhere());
    }
}
