package io.trashpong.lobby.match;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.match.Leaderboard.Entry;
import io.trashpong.lobby.match.Leaderboard.Strength;
import io.trashpong.lobby.rating.Rating;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads who stands where. */
@ApplicationScoped
public class Standings {
    private static final String SELECT = """
            SELECT s.player_id, s.player_name, s.points, s.matches, s.wins, r.rating, r.deviation, r.volatility,
              1 + (SELECT count(*) FROM lobby.standing AS better WHERE better.game = s.game AND better.period = s.period
                AND (better.points, better.wins) > (s.points, s.wins)) AS rank
            FROM lobby.standing AS s LEFT JOIN lobby.rating AS r USING (game, player_id)
            WHERE s.game = $1 AND s.period = $2""";
    private static final String BEST = """
            WITH s AS MATERIALIZED (
              SELECT * FROM lobby.standing WHERE game = $1 AND period = $2
              ORDER BY points DESC, wins DESC, matches, player_id LIMIT $3)
            SELECT s.player_id, s.player_name, s.points, s.matches, s.wins, r.rating, r.deviation, r.volatility,
              rank() OVER (ORDER BY s.points DESC, s.wins DESC) AS rank
            FROM s LEFT JOIN lobby.rating AS r USING (game, player_id)
            ORDER BY s.points DESC, s.wins DESC, s.matches, s.player_id""";

    private final Pool pool;
    private final InstantSource clock = InstantSource.system();

    Standings(Pool pool) {
        this.pool = pool;
    }

    public Uni<Leaderboard> read(GameKind game, Period period, int limit, PlayerId caller) {
        var name = game.name().toLowerCase(Locale.ROOT);
        var key = period.keyAt(clock.instant());
        var best = pool.preparedQuery(BEST).execute(Tuple.of(name, key, limit)).map(Standings::toEntries);
        var own = pool.preparedQuery(SELECT + " AND s.player_id = $3")
                .execute(Tuple.of(name, key, caller.value()))
                .map(Standings::toEntries);
        return Uni.combine()
                .all()
                .unis(best, own)
                .with((entries, mine) -> new Leaderboard(entries, mine.isEmpty() ? null : mine.getFirst()));
    }

    private static List<Entry> toEntries(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Entry(
                        row.getLong("rank"),
                        new Player(new PlayerId(row.getString("player_id")), row.getString("player_name")),
                        row.getInteger("points"),
                        row.getInteger("matches"),
                        row.getInteger("wins"),
                        strength(row)))
                .toList();
    }

    private static @Nullable Strength strength(Row row) {
        Double rating = row.getDouble("rating");
        return rating == null
                ? null
                : Strength.of(new Rating(rating, row.getDouble("deviation"), row.getDouble("volatility")));
    }
}
