package io.trashpong.lobby.invitation;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.eventlog.EventLog;
import io.trashpong.lobby.invitation.InvitationRules.Facts;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements on invitations. Those that change run inside a transaction that holds the version counter; what has to hold
 * stands in their WHERE, and an empty answer means that it did not hold.
 */
record InvitationTable(SqlClient client) {
    private static final String SELECT = "SELECT " + InvitationRow.COLUMNS + " FROM lobby.invitation AS invitation ";
    private static final String RETURNING = " RETURNING " + InvitationRow.COLUMNS;
    private static final String NEXT =
            "WITH next AS (UPDATE lobby.feed_version SET value = value + 1 RETURNING value AS version) ";
    /** Ends some at once; each gets a version of its own, so that no reader's page can fall between them. */
    private static final String END_SOME = """
            WITH chosen AS (
              SELECT id, row_number() OVER (ORDER BY created_at) AS n FROM (
                SELECT id, created_at FROM lobby.invitation WHERE state = 'pending' AND (%s) LIMIT %d) AS ending),
            next AS (UPDATE lobby.feed_version SET value = value + (SELECT count(*) FROM chosen)
              RETURNING value - (SELECT count(*) FROM chosen) AS version)
            UPDATE lobby.invitation AS invitation SET state = '%s', version = next.version + chosen.n
            FROM chosen, next WHERE invitation.id = chosen.id""";
    /** Invitations ended in one statement; the rest waits for the next. */
    private static final int MAX_AT_ONCE = 200;

    private static final String EXPIRE = END_SOME.formatted("expires_at <= clock_timestamp()", MAX_AT_ONCE, "expired");
    private static final String WITHDRAW_ALL =
            END_SOME.formatted("from_id IN ($1, $2) OR (to_id = $1 AND from_id = $2)", MAX_AT_ONCE, "withdrawn");
    private static final String DECLINE_ALL =
            END_SOME.formatted("to_id = $1 AND from_id = $2", MAX_AT_ONCE, "declined");

    Uni<Optional<Invitation>> find(InvitationId id) {
        return client.preparedQuery(SELECT + "WHERE id = $1")
                .execute(Tuple.of(id.value()))
                .map(InvitationRow::first);
    }

    /** What may be answered, from and to {@code player}. */
    Uni<List<Invitation>> listPending(PlayerId player) {
        return client.preparedQuery(SELECT + """
                        WHERE state = 'pending' AND expires_at > clock_timestamp() AND $1 IN (from_id, to_id)
                        ORDER BY created_at LIMIT 25""")
                .execute(Tuple.of(player.value()))
                .map(InvitationRow::toList);
    }

    /** Changed after {@code version}, in the order of their changes. */
    Uni<List<Invitation>> listChangedSince(long version, int limit) {
        return client.preparedQuery(SELECT + "WHERE version > $1 ORDER BY version LIMIT $2")
                .execute(Tuple.of(version, limit))
                .map(InvitationRow::toList);
    }

    Uni<Facts> readFacts(PlayerId from, PlayerId to, GameKind game) {
        return client.preparedQuery("""
                        SELECT
                          EXISTS (SELECT FROM lobby.block WHERE blocker_id = $2 AND blocked_id = $1) AS blocked,
                          EXISTS (SELECT FROM lobby.invitation WHERE state = 'pending' AND expires_at > clock_timestamp()
                            AND from_id = $1 AND to_id = $2 AND game = $3) AS already,
                          EXISTS (SELECT FROM lobby.room WHERE gone_at IS NULL AND status IN ('full', 'playing')
                            AND (seat0_id IN ($1, $2) OR seat1_id IN ($1, $2))) AS busy,
                          (SELECT count(*) FROM lobby.invitation WHERE state = 'pending' AND from_id = $1) AS sent,
                          (SELECT count(*) FROM lobby.invitation WHERE state = 'pending' AND to_id = $2) AS received,
                          count(*) AS lately, count(*) FILTER (WHERE to_id = $2) AS lately_to_him
                        FROM lobby.invitation
                        WHERE from_id = $1 AND created_at > clock_timestamp() - interval '1 minute'""")
                .execute(Tuple.of(from.value(), to.value(), name(game)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Facts(
                        row.getBoolean("blocked"),
                        row.getBoolean("already"),
                        row.getBoolean("busy"),
                        row.getLong("sent"),
                        row.getLong("received"),
                        row.getLong("lately"),
                        row.getLong("lately_to_him")));
    }

    Uni<Optional<Invitation>> insert(Player from, Player to, GameKind game, Duration ttl) {
        return change(
                """
                INSERT INTO lobby.invitation AS invitation
                  (id, version, game, from_id, from_name, to_id, to_name, expires_at)
                SELECT $1, next.version, $2, $3, $4, $5, $6, clock_timestamp() + $7::bigint * interval '1 millisecond'
                FROM next""",
                InvitationId.random().value(),
                name(game),
                from.id().value(),
                from.name(),
                to.id().value(),
                to.name(),
                ttl.toMillis());
    }

    Uni<Optional<Invitation>> accept(InvitationId id, RoomId room) {
        return change(
                "UPDATE lobby.invitation AS invitation SET version = next.version, state = 'accepted', room_id = $2"
                        + " FROM next WHERE id = $1 AND state = 'pending' AND expires_at > clock_timestamp()",
                id.value(),
                room.value());
    }

    Uni<Optional<Invitation>> decline(InvitationId id, PlayerId to) {
        return change(
                "UPDATE lobby.invitation AS invitation SET version = next.version, state = 'declined' FROM next"
                        + " WHERE id = $1 AND to_id = $2 AND state = 'pending' AND expires_at > clock_timestamp()",
                id.value(),
                to.value());
    }

    Uni<Optional<Invitation>> withdraw(InvitationId id, PlayerId from) {
        return change(
                "UPDATE lobby.invitation AS invitation SET version = next.version, state = 'withdrawn' FROM next"
                        + " WHERE id = $1 AND from_id = $2 AND state = 'pending' AND expires_at > clock_timestamp()",
                id.value(),
                from.value());
    }

    /** All that either sent, and those between them: they are about to play each other. */
    Uni<List<Invitation>> withdrawAll(PlayerId one, PlayerId other) {
        return endSome(WITHDRAW_ALL, one.value(), other.value());
    }

    Uni<List<Invitation>> declineAll(PlayerId to, PlayerId from) {
        return endSome(DECLINE_ALL, to.value(), from.value());
    }

    Uni<List<Invitation>> expireDue() {
        return endSome(EXPIRE);
    }

    private Uni<List<Invitation>> endSome(String statement, Object... parameters) {
        return client.preparedQuery(statement + RETURNING)
                .execute(Tuple.from(List.of(parameters)))
                .map(InvitationRow::toList)
                .invoke(ended -> ended.forEach(InvitationTable::log));
    }

    private Uni<Optional<Invitation>> change(String statement, @Nullable Object... parameters) {
        return client.preparedQuery(NEXT + statement + RETURNING)
                .execute(Tuple.from(Arrays.asList(parameters)))
                .map(InvitationRow::first)
                .invoke(changed -> changed.ifPresent(InvitationTable::log));
    }

    private static void log(Invitation changed) {
        EventLog.invitation(changed.id(), changed.from().id(), changed.to().id(), changed.game(), changed.state());
    }

    private static String name(GameKind game) {
        return game.name().toLowerCase(Locale.ROOT);
    }
}
