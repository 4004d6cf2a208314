package io.trashpong.lobby.room;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView.Visibility;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The statements that change rooms, inside one transaction that holds the version counter (see {@link RoomChanges}). Each is
 * right by itself: what has to hold stands in its WHERE, and an empty answer means that it did not hold.
 */
public final class RoomTable {
    /** In how many rooms one player may have a seat. */
    static final int MAX_SEATS_OF_A_PLAYER = 5;

    private static final String NEXT =
            "WITH next AS (UPDATE lobby.feed_version SET value = value + 1 RETURNING value AS version) ";
    private static final String RETURNING = " RETURNING " + RoomRow.COLUMNS;
    private static final String SEATS_LEFT = " (SELECT count(*) FROM lobby.room AS other WHERE other.gone_at IS NULL"
            + " AND $1 IN (other.seat0_id, other.seat1_id)) < " + MAX_SEATS_OF_A_PLAYER + " ";
    private static final String TAKE_SEAT = NEXT + """
            UPDATE lobby.room AS room SET version = next.version, touched_at = clock_timestamp(),
              seat0_id = CASE WHEN seat0_id IS NULL THEN $1 ELSE seat0_id END,
              seat0_name = CASE WHEN seat0_id IS NULL THEN $2 ELSE seat0_name END,
              seat1_id = CASE WHEN seat0_id IS NULL THEN seat1_id ELSE $1 END,
              seat1_name = CASE WHEN seat0_id IS NULL THEN seat1_name ELSE $2 END,
              seat0_at = CASE WHEN seat0_id IS NULL THEN clock_timestamp() ELSE seat0_at END,
              seat1_at = CASE WHEN seat0_id IS NULL THEN seat1_at ELSE clock_timestamp() END
            FROM next
            WHERE status = 'waiting' AND seat0_id IS DISTINCT FROM $1 AND seat1_id IS DISTINCT FROM $1 AND""" + SEATS_LEFT;

    /** A room that was filled so lately that {@code $1}, who sits in it, may not know of it: the answer was lost, or is on its way. */
    private static final String JUST_FILLED = " (game = %s AND visibility = 'public' AND status = 'full'"
            + " AND $1 IN (seat0_id, seat1_id) AND touched_at > clock_timestamp() - interval '10 seconds') ";

    private final SqlConnection transaction;

    RoomTable(SqlConnection transaction) {
        this.transaction = transaction;
    }

    public Uni<Optional<Room>> find(RoomId id) {
        return transaction
                .preparedQuery("SELECT " + RoomRow.COLUMNS + " FROM lobby.room AS room WHERE id = $1")
                .execute(Tuple.of(id.value()))
                .map(RoomRow::first);
    }

    /** A new room with its owner on the left; empty when he has seats enough. */
    public Uni<Optional<Room>> insert(Player owner, GameKind game, RoomTitle title, Visibility visibility) {
        return change(
                """
                INSERT INTO lobby.room AS room (id, number, version, game, title, visibility, code, owner_id, owner_name,
                  seat0_id, seat0_name, seat0_at)
                SELECT $3, next.version, next.version, $4, $5, $6, $7, $1, $2, $1, $2, clock_timestamp()
                FROM next WHERE""" + SEATS_LEFT,
                owner.id().value(),
                owner.name(),
                RoomId.random().value(),
                RoomRow.name(game),
                title.value(),
                RoomRow.name(visibility),
                RoomCode.random().value());
    }

    /** Gives {@code player} the free seat of that room; empty when there is none for him. */
    public Uni<Optional<Room>> takeSeat(RoomId id, Player player, @Nullable String code) {
        return execute(
                TAKE_SEAT + " AND id = $3 AND (visibility = 'public' OR owner_id = $1 OR code = $4)",
                player.id().value(),
                player.name(),
                id.value(),
                code);
    }

    /**
     * Gives {@code player} the seat beside whoever has waited longest in a public room of {@code game}; empty when nobody waits,
     * or nobody has waited longer than {@code player} himself.
     */
    public Uni<Optional<Room>> takeOldestSeat(GameKind game, Player player) {
        return execute(
                TAKE_SEAT + """
                         AND id = (SELECT id FROM lobby.room AS oldest WHERE game = $3 AND visibility = 'public'
                           AND status = 'waiting' AND owner_id <> $1
                           AND seat0_id IS DISTINCT FROM $1 AND seat1_id IS DISTINCT FROM $1
                           AND COALESCE(seat0_id, seat1_id) IS NOT NULL
                           AND waiting_since < COALESCE((SELECT min(waiting_since) FROM lobby.room AS own
                             WHERE own.game = $3 AND own.visibility = 'public' AND own.status = 'waiting'
                               AND $1 IN (own.seat0_id, own.seat1_id)), 'infinity')
                           AND NOT EXISTS (SELECT FROM lobby.room AS own WHERE""" + JUST_FILLED.formatted("$3") + """
                           ) ORDER BY waiting_since, number LIMIT 1)""",
                player.id().value(),
                player.name(),
                RoomRow.name(game));
    }

    /** The public room of {@code game} in which {@code player} already waits for somebody, or one just filled. */
    public Uni<Optional<Room>> findQuickSeat(GameKind game, PlayerId player) {
        return transaction
                .preparedQuery(
                        "SELECT " + RoomRow.COLUMNS + " FROM lobby.room AS room WHERE" + JUST_FILLED.formatted("$2")
                                + "OR game = $2 AND visibility = 'public' AND status = 'waiting' AND $1 IN (seat0_id, seat1_id)"
                                + " ORDER BY status, waiting_since, number LIMIT 1")
                .execute(Tuple.of(player.value(), RoomRow.name(game)))
                .map(RoomRow::first);
    }

    /** The rooms in which {@code player} sits. */
    public Uni<List<Room>> listSeatsOf(PlayerId player) {
        return transaction
                .preparedQuery("SELECT " + RoomRow.COLUMNS + " FROM lobby.room AS room WHERE gone_at IS NULL"
                        + " AND $1 IN (seat0_id, seat1_id)")
                .execute(Tuple.of(player.value()))
                .map(RoomRow::toRooms);
    }

    /** Whether {@code player} sits in a room in which both seats are taken, or a match runs. */
    public Uni<Boolean> isBusy(PlayerId player) {
        return transaction
                .preparedQuery("SELECT EXISTS (SELECT FROM lobby.room WHERE gone_at IS NULL"
                        + " AND status IN ('full', 'playing') AND $1 IN (seat0_id, seat1_id))")
                .execute(Tuple.of(player.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Frees whichever seat {@code player} has in that room. */
    public Uni<Optional<Room>> freeSeat(RoomId id, PlayerId player) {
        return freeSeat(id, player, null);
    }

    /**
     * Frees whichever seat {@code player} has in that room, unless he was seated or got a new ticket after {@code leftAt}: the
     * news is then of a seat that he had before.
     */
    public Uni<Optional<Room>> freeSeat(RoomId id, PlayerId player, @Nullable Instant leftAt) {
        return change("""
                UPDATE lobby.room AS room SET version = next.version, waiting_since = clock_timestamp(),
                  seat0_name = CASE WHEN seat0_id = $2 THEN NULL ELSE seat0_name END,
                  seat1_name = CASE WHEN seat1_id = $2 THEN NULL ELSE seat1_name END,
                  seat0_at = CASE WHEN seat0_id = $2 THEN NULL ELSE seat0_at END,
                  seat1_at = CASE WHEN seat1_id = $2 THEN NULL ELSE seat1_at END,
                  seat0_id = NULLIF(seat0_id, $2), seat1_id = NULLIF(seat1_id, $2)
                FROM next WHERE id = $1 AND gone_at IS NULL AND $2 IN (seat0_id, seat1_id)
                  AND COALESCE($3::timestamptz >= CASE WHEN seat0_id = $2 THEN seat0_at ELSE seat1_at END, true)""", id.value(), player.value(), leftAt == null ? null : leftAt.atOffset(ZoneOffset.UTC));
    }

    /** Null leaves as it is. */
    Uni<Optional<Room>> edit(RoomId id, PlayerId owner, @Nullable RoomTitle title, @Nullable Visibility visibility) {
        return change(
                """
                UPDATE lobby.room AS room SET version = next.version, title = COALESCE($3, title),
                  visibility = COALESCE($4, visibility)
                FROM next WHERE id = $1 AND owner_id = $2 AND gone_at IS NULL""",
                id.value(),
                owner.value(),
                title == null ? null : title.value(),
                visibility == null ? null : RoomRow.name(visibility));
    }

    /** Leaves a tombstone of the room; empty when there is one already. */
    public Uni<Optional<Room>> close(RoomId id) {
        return change("""
                UPDATE lobby.room AS room SET version = next.version, gone_at = clock_timestamp()
                FROM next WHERE id = $1 AND gone_at IS NULL""", id.value());
    }

    /** As {@link #close}, if it is still one that nobody opened for {@code ttl}. */
    Uni<Optional<Room>> closeUnopened(RoomId id, Duration ttl) {
        return change("""
                UPDATE lobby.room AS room SET version = next.version, gone_at = clock_timestamp()
                FROM next WHERE id = $1 AND gone_at IS NULL AND NOT opened
                  AND touched_at < clock_timestamp() - $2::bigint * interval '1 millisecond'""", id.value(), ttl.toMillis());
    }

    Uni<List<RoomId>> listUnopened(Duration ttl, int limit) {
        return transaction
                .preparedQuery("SELECT id FROM lobby.room WHERE gone_at IS NULL AND NOT opened"
                        + " AND touched_at < clock_timestamp() - $1::bigint * interval '1 millisecond' LIMIT $2")
                .execute(Tuple.of(ttl.toMillis(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new RoomId(row.getString("id")))
                        .toList());
    }

    public Uni<Optional<Room>> markOpened(RoomId id) {
        return change(
                "UPDATE lobby.room AS room SET version = next.version, opened = true"
                        + " FROM next WHERE id = $1 AND gone_at IS NULL",
                id.value());
    }

    /** From now on the room plays {@code match}, unless that is over already. */
    public Uni<Optional<Room>> startMatch(RoomId id, MatchId match) {
        return change("""
                UPDATE lobby.room AS room SET version = next.version, match_id = $2, score0 = 0, score1 = 0
                FROM next WHERE id = $1 AND gone_at IS NULL AND match_id IS DISTINCT FROM $2
                  AND NOT EXISTS (SELECT FROM lobby.match WHERE match.id = $2)""", id.value(), match.value());
    }

    public Uni<Optional<Room>> setScore(RoomId id, MatchId match, int score0, int score1) {
        return change(
                "UPDATE lobby.room AS room SET version = next.version, score0 = $3, score1 = $4"
                        + " FROM next WHERE id = $1 AND gone_at IS NULL AND match_id = $2",
                id.value(),
                match.value(),
                score0,
                score1);
    }

    public Uni<Optional<Room>> endMatch(RoomId id, MatchId match) {
        return change(
                "UPDATE lobby.room AS room SET version = next.version, match_id = NULL, score0 = NULL, score1 = NULL"
                        + " FROM next WHERE id = $1 AND gone_at IS NULL AND match_id = $2",
                id.value(),
                match.value());
    }

    public Uni<Optional<Room>> setSpectators(RoomId id, int count) {
        return change(
                "UPDATE lobby.room AS room SET version = next.version, spectators = $2"
                        + " FROM next WHERE id = $1 AND gone_at IS NULL AND spectators <> $2",
                id.value(),
                count);
    }

    private Uni<Optional<Room>> change(String statement, @Nullable Object... parameters) {
        return execute(NEXT + statement, parameters);
    }

    private Uni<Optional<Room>> execute(String statement, @Nullable Object... parameters) {
        return transaction
                .preparedQuery(statement + RETURNING)
                .execute(Tuple.from(Arrays.asList(parameters)))
                .map(RoomRow::first);
    }
}
