package io.trashpong.lobby.match;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.event.RelayEvent.MatchFinished;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a match is worth to who played it, of all time and of its week. */
final class StandingTable {
    static final int POINTS_WON = 3;
    static final int POINTS_DRAWN = 1;

    private StandingTable() {}

    static Uni<Void> credit(SqlConnection transaction, MatchFinished match) {
        return credit(transaction, match, 0).flatMap(left -> credit(transaction, match, 1));
    }

    private static Uni<Void> credit(SqlConnection transaction, MatchFinished match, int seat) {
        Player player = match.players().get(seat);
        Integer winner = match.result().winner();
        return transaction
                .preparedQuery("""
                        INSERT INTO lobby.standing AS s (game, period, player_id, player_name, points, matches, wins)
                        SELECT $1, period, $3, $4, $5::integer, 1, $6::integer FROM unnest($2::text[]) AS period
                        ON CONFLICT (game, period, player_id) DO UPDATE SET player_name = excluded.player_name,
                          points = s.points + excluded.points, matches = s.matches + 1, wins = s.wins + excluded.wins""")
                .execute(Tuple.of(
                        match.game().name().toLowerCase(Locale.ROOT),
                        new String[] {Period.ALL.keyAt(match.endedAt()), Period.WEEK.keyAt(match.endedAt())},
                        player.id().value(),
                        player.name(),
                        points(winner, seat),
                        winner != null && winner == seat ? 1 : 0))
                .replaceWithVoid();
    }

    private static int points(@Nullable Integer winner, int seat) {
        if (winner == null) {
            return POINTS_DRAWN;
        }
        return winner == seat ? POINTS_WON : 0;
    }
}
