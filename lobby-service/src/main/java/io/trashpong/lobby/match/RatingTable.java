package io.trashpong.lobby.match;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.rating.Glicko2;
import io.trashpong.lobby.rating.Rating;
import io.trashpong.protocol.event.RelayEvent.MatchFinished;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Brings the ratings of both players up to date with a match. Each match is a rating period of its two, so that the rating shows
 * it at once; before it, the time since a player's last match makes his rating uncertain.
 */
final class RatingTable {
    /** Within which uncertainty grows by one step of the paper. */
    private static final Duration PERIOD = Duration.ofDays(7);

    private RatingTable() {}

    static Uni<Void> rate(SqlConnection transaction, MatchFinished match) {
        return read(transaction, match, 0)
                .flatMap(left -> read(transaction, match, 1).flatMap(right -> {
                    var winner = match.result().winner();
                    var leftAfter = Glicko2.after(left, List.of(new Glicko2.Game(right, score(winner, 0))));
                    var rightAfter = Glicko2.after(right, List.of(new Glicko2.Game(left, score(winner, 1))));
                    return write(transaction, match, 0, leftAfter)
                            .flatMap(done -> write(transaction, match, 1, rightAfter))
                            .flatMap(done -> note(
                                    transaction,
                                    match,
                                    left.value(),
                                    leftAfter.value(),
                                    right.value(),
                                    rightAfter.value()));
                }));
    }

    private static double score(@Nullable Integer winner, int seat) {
        if (winner == null) {
            return 0.5;
        }
        return winner == seat ? 1 : 0;
    }

    private static Uni<Rating> read(SqlConnection transaction, MatchFinished match, int seat) {
        return transaction
                .preparedQuery("SELECT rating, deviation, volatility, rated_at FROM lobby.rating"
                        + " WHERE game = $1 AND player_id = $2")
                .execute(Tuple.of(game(match), player(match, seat)))
                .map(rows -> {
                    var row = rows.iterator();
                    return row.hasNext() ? toRating(row.next(), match.endedAt()) : Rating.UNRATED;
                });
    }

    private static Rating toRating(Row row, Instant now) {
        var rating = new Rating(row.getDouble("rating"), row.getDouble("deviation"), row.getDouble("volatility"));
        var since = Duration.between(row.getOffsetDateTime("rated_at").toInstant(), now);
        return Glicko2.idle(rating, Math.max(0, (double) since.toMillis() / PERIOD.toMillis()));
    }

    private static Uni<Void> write(SqlConnection transaction, MatchFinished match, int seat, Rating rating) {
        return transaction
                .preparedQuery("""
                        INSERT INTO lobby.rating AS r (game, player_id, rating, deviation, volatility, rated_at)
                        VALUES ($1, $2, $3, $4, $5, $6)
                        ON CONFLICT (game, player_id) DO UPDATE SET rating = excluded.rating,
                          deviation = excluded.deviation, volatility = excluded.volatility,
                          rated_at = greatest(r.rated_at, excluded.rated_at)""")
                .execute(Tuple.of(
                        game(match),
                        player(match, seat),
                        rating.value(),
                        rating.deviation(),
                        rating.volatility(),
                        match.endedAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Uni<Void> note(SqlConnection transaction, MatchFinished match, Double... ratings) {
        return transaction
                .preparedQuery("UPDATE lobby.match SET rating0_before = $2, rating0_after = $3, rating1_before = $4,"
                        + " rating1_after = $5 WHERE id = $1")
                .execute(Tuple.of(match.match().value(), ratings[0], ratings[1], ratings[2], ratings[3]))
                .replaceWithVoid();
    }

    private static String player(MatchFinished match, int seat) {
        return match.players().get(seat).id().value();
    }

    private static String game(MatchFinished match) {
        return match.game().name().toLowerCase(Locale.ROOT);
    }
}
