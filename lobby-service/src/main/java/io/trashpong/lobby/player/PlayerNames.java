package io.trashpong.lobby.player;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Names, wherever they stand in the lobby's tables. All runs inside a transaction that holds the version counter, and each row
 * that the feed shows takes a version of its own, so that no reader's page can fall between two.
 */
public final class PlayerNames {
    /** The name of who is no more. */
    public static final String NONE = "";

    /** What a room is called whose title its deleted owner chose. */
    private static final String UNTITLED = "…";

    private static final String VERSIONS = """
            next AS (UPDATE lobby.feed_version SET value = value + (SELECT count(*) FROM chosen)
              RETURNING value - (SELECT count(*) FROM chosen) AS version)""";
    private static final String ROOMS = """
            WITH chosen AS (SELECT id, row_number() OVER (ORDER BY number) AS n FROM lobby.room
              WHERE $1 IN (owner_id, seat0_id, seat1_id)),""" + VERSIONS + """
            UPDATE lobby.room AS room SET version = next.version + chosen.n,
              title = CASE WHEN owner_id = $1 AND ($3::text IS NOT NULL OR title = owner_name)
                THEN COALESCE($3, $2) ELSE title END,
              owner_name = CASE WHEN owner_id = $1 THEN $2 ELSE owner_name END,
              seat0_name = CASE WHEN seat0_id = $1 THEN $2 ELSE seat0_name END,
              seat1_name = CASE WHEN seat1_id = $1 THEN $2 ELSE seat1_name END
            FROM chosen, next WHERE room.id = chosen.id""";
    private static final String INVITATIONS = """
            WITH chosen AS (SELECT id, row_number() OVER (ORDER BY created_at) AS n FROM lobby.invitation
              WHERE $1 IN (from_id, to_id)),""" + VERSIONS + """
            UPDATE lobby.invitation AS invitation SET version = next.version + chosen.n,
              state = CASE WHEN $3 AND state = 'pending' THEN 'withdrawn' ELSE state END,
              from_name = CASE WHEN from_id = $1 THEN $2 ELSE from_name END,
              to_name = CASE WHEN to_id = $1 THEN $2 ELSE to_name END
            FROM chosen, next WHERE invitation.id = chosen.id""";
    /** What no feed shows: no versions. */
    private static final String OTHERS = """
            WITH matches AS (UPDATE lobby.match SET
                player0_name = CASE WHEN player0_id = $1 THEN $2 ELSE player0_name END,
                player1_name = CASE WHEN player1_id = $1 THEN $2 ELSE player1_name END
              WHERE player0_id = $1 OR player1_id = $1),
            standings AS (UPDATE lobby.standing SET player_name = $2 WHERE player_id = $1)
            UPDATE lobby.block SET blocked_name = $2 WHERE blocked_id = $1""";

    private static final String REMEMBER = """
            WITH next AS (UPDATE lobby.feed_version SET value = value + 1 RETURNING value AS version)
            INSERT INTO lobby.player_change AS change (player_id, version, name) SELECT $1, next.version, $2 FROM next
            ON CONFLICT (player_id) DO UPDATE SET version = excluded.version, name = excluded.name,
              changed_at = excluded.changed_at""";

    private PlayerNames() {}

    /** He has another name. */
    static Uni<Void> change(SqlConnection transaction, Player player) {
        return write(transaction, player.id(), player.name());
    }

    /** He is no more: his name goes, what he had sent or got is void, and whom he had blocked is forgotten. */
    static Uni<Void> remove(SqlConnection transaction, PlayerId player) {
        return transaction
                .preparedQuery("DELETE FROM lobby.block WHERE blocker_id = $1")
                .execute(Tuple.of(player.value()))
                .flatMap(done -> write(transaction, player, null));
    }

    private static Uni<Void> write(SqlConnection transaction, PlayerId player, @Nullable String name) {
        boolean gone = name == null;
        var shown = gone ? NONE : name;
        return transaction
                .preparedQuery(ROOMS)
                .execute(Tuple.of(player.value(), shown, gone ? UNTITLED : null))
                .flatMap(done -> transaction.preparedQuery(INVITATIONS).execute(Tuple.of(player.value(), shown, gone)))
                .flatMap(done -> transaction.preparedQuery(OTHERS).execute(Tuple.of(player.value(), shown)))
                .flatMap(done -> transaction.preparedQuery(REMEMBER).execute(Tuple.of(player.value(), name)))
                .replaceWithVoid();
    }

    /** The player as he is called now, for what was written of him before: a ticket, a match that began long ago. */
    public static Uni<Map<PlayerId, String>> read(SqlConnection transaction, Player left, Player right) {
        return transaction
                .preparedQuery("SELECT player_id, name FROM lobby.player_change WHERE player_id IN ($1, $2)")
                .execute(Tuple.of(left.id().value(), right.id().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> new PlayerId(row.getString("player_id")),
                                row -> Optional.ofNullable(row.getString("name"))
                                        .orElse(NONE))));
    }
}
