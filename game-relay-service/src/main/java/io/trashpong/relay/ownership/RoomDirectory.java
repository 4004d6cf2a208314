package io.trashpong.relay.ownership;

import io.trashpong.bus.DurableTopic;
import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.relay.room.RoomRecord;
import io.trashpong.relay.store.StateJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Finds a room's owner, or becomes it: only when the room is new, was let go or given to this replica, or its owner is
 * dead, which means that its session lock is free or its lease has run out.
 */
public final class RoomDirectory {
    private static final String FIND = "SELECT owner, epoch, origin, taken_up, closed_at IS NOT NULL AS closed,"
            + " CASE WHEN closed_at IS NULL AND owner <> $2"
            + " THEN relay.is_dead(owner, $2, $3::bigint * interval '1 millisecond') ELSE false END AS dead"
            + " FROM relay.room WHERE id = $1";
    private static final String CLAIM = " RETURNING epoch, origin, revision, state::text AS state, live";
    private static final String OPEN = "INSERT INTO relay.room"
            + " (id, game, owner, epoch, origin, revision, state, taken_up)"
            + " VALUES ($1, $2, $3, 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, 0, $4::text::jsonb, $5)"
            + " ON CONFLICT (id) DO NOTHING" + CLAIM;
    /** Asks for the owner's death once more, in the same statement. */
    private static final String TAKE = "UPDATE relay.room"
            + " SET owner = $2, epoch = epoch + 1, orphaned_at = NULL, taken_up = true, live = NULL"
            + " WHERE id = $1 AND epoch = $3 AND closed_at IS NULL AND (owner IS NULL OR owner = $2"
            + " OR relay.is_dead(owner, $2, $4::bigint * interval '1 millisecond'))" + CLAIM;

    private static final String TAKE_UP = "UPDATE relay.room SET taken_up = true"
            + " WHERE id = $1 AND epoch = $3 AND owner = $2 AND NOT taken_up AND closed_at IS NULL" + CLAIM;
    private static final int MAX_TRIES = 5;
    /** A lock may fall free for the moment in which its living replica connects again, so it is looked at twice. */
    private static final long SECOND_LOOK_MS = 200;

    private final Vertx vertx;
    private final Pool postgres;
    private final ReplicaId self;
    private final DurableTopic events;
    private final Placement placement;
    private final long settledMillis;

    public RoomDirectory(
            Vertx vertx, Pool postgres, ReplicaId self, DurableTopic events, Placement placement, LeaseTimes times) {
        this.vertx = vertx;
        this.postgres = postgres;
        this.self = self;
        this.events = events;
        this.placement = placement;
        this.settledMillis = times.settled().toMillis();
    }

    /** @param game opens the room if it is new; null when the asker has no ticket and so can't open one */
    public Future<Place> place(RoomId room, @Nullable GameKind game) {
        return place(room, game, 1);
    }

    /** Begins to rule a room that was given to this replica under that epoch; null when it was not, or has begun. */
    public Future<@Nullable Claim> takeUp(RoomId room, long epoch) {
        return postgres.preparedQuery(TAKE_UP)
                .execute(Tuple.of(room.value(), self.value(), epoch))
                .map(rows -> rows.size() == 0 ? null : claim(rows.iterator().next()));
    }

    private Future<Place> place(RoomId room, @Nullable GameKind game, int tries) {
        if (tries > MAX_TRIES) {
            return Future.failedFuture(new IllegalStateException("room " + room + " changes hands too quickly"));
        }
        var question = Tuple.of(room.value(), self.value(), settledMillis);
        return postgres.preparedQuery(FIND).execute(question).compose(rows -> {
            if (rows.size() == 0) {
                return game == null ? nowhere() : open(room, game).compose(place -> orAgain(place, room, game, tries));
            }
            Row row = rows.iterator().next();
            return row.getBoolean("closed") ? nowhere() : found(room, row, game, tries);
        });
    }

    private Future<Place> found(RoomId room, Row row, @Nullable GameKind game, int tries) {
        String owner = row.getString("owner");
        long epoch = row.getLong("epoch");
        if (owner == null) {
            return take(room, epoch, game, tries);
        }
        if (owner.equals(self.value())) {
            return row.getBoolean("taken_up")
                    ? take(room, epoch, game, tries)
                    : takeUp(room, epoch).compose(won -> orAgain(here(won), room, game, tries));
        }
        if (row.getBoolean("dead")) {
            return vertx.timer(SECOND_LOOK_MS).compose(_ -> take(room, epoch, game, tries));
        }
        return Future.succeededFuture(new Place.There(new ReplicaId(owner), epoch, row.getLong("origin")));
    }

    private Future<Place> take(RoomId room, long seenEpoch, @Nullable GameKind game, int tries) {
        return postgres.preparedQuery(TAKE)
                .execute(Tuple.of(room.value(), self.value(), seenEpoch, settledMillis))
                .map(rows ->
                        rows.size() == 0 ? null : here(claim(rows.iterator().next())))
                .compose(place -> orAgain(place, room, game, tries));
    }

    private Future<Place> orAgain(@Nullable Place place, RoomId room, @Nullable GameKind game, int tries) {
        return place == null ? place(room, game, tries + 1) : Future.succeededFuture(place);
    }

    private Future<@Nullable Place> open(RoomId room, GameKind game) {
        ReplicaId owner = placement.ownerOfNewRoom();
        var fresh = StateJson.encode(RoomRecord.empty(game));
        var row = Tuple.of(room.value(), game.name(), owner.value(), fresh, owner.equals(self));
        return postgres.<@Nullable Place>withTransaction(transaction -> transaction
                        .preparedQuery(OPEN)
                        .execute(row)
                        .compose(rows -> {
                            if (rows.size() == 0) {
                                return Future.succeededFuture();
                            }
                            Claim claim = claim(rows.iterator().next());
                            Place place = owner.equals(self)
                                    ? new Place.Here(claim)
                                    : new Place.There(owner, claim.epoch(), claim.origin());
                            return opened(transaction, room).map(_ -> place);
                        }))
                .onSuccess(_ -> events.ring());
    }

    private Future<Void> opened(SqlConnection transaction, RoomId room) {
        return events.append(transaction, TextFrame.encode(new RelayEvent.RoomOpened(room)));
    }

    private static @Nullable Place here(@Nullable Claim claim) {
        return claim == null ? null : new Place.Here(claim);
    }

    private static Claim claim(Row row) {
        Buffer live = row.getBuffer("live");
        return new Claim(
                row.getLong("epoch"),
                row.getLong("origin"),
                StateJson.decode(row.getString("state")),
                row.getLong("revision"),
                live == null ? null : StateJson.findLive(live.getBytes()));
    }

    private static Future<Place> nowhere() {
        return Future.succeededFuture(new Place.Nowhere());
    }
}
