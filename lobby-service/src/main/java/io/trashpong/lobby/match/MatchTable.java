package io.trashpong.lobby.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.event.RelayEvent.MatchFinished;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes finished matches and what they are worth, each once however often it is told. */
@ApplicationScoped
class MatchTable {
    static final int POINTS_WON = 3;
    static final int POINTS_DRAWN = 1;

    private final ObjectMapper json;

    MatchTable(ObjectMapper json) {
        this.json = json;
    }

    /** Whether the match was new. */
    Uni<Boolean> record(SqlConnection transaction, MatchFinished match) {
        return insert(transaction, match)
                .flatMap(isNew -> isNew
                        ? credit(transaction, match, 0)
                                .flatMap(left -> credit(transaction, match, 1))
                                .replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> insert(SqlConnection transaction, MatchFinished match) {
        Player left = match.players().get(0);
        Player right = match.players().get(1);
        var result = match.result();
        return transaction
                .preparedQuery("""
                        INSERT INTO lobby.match (id, room_id, game, player0_id, player0_name, player1_id, player1_name,
                          winner, score0, score1, ending, receipt, started_at, ended_at)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                        ON CONFLICT (id) DO NOTHING""")
                .execute(Tuple.from(Arrays.asList(
                        match.match().value(),
                        match.room().value(),
                        lower(match.game()),
                        left.id().value(),
                        left.name(),
                        right.id().value(),
                        right.name(),
                        result.winner(),
                        result.score().get(0),
                        result.score().get(1),
                        lower(result.ending()),
                        write(match.receipt()),
                        match.startedAt().atOffset(ZoneOffset.UTC),
                        match.endedAt().atOffset(ZoneOffset.UTC))))
                .map(done -> done.rowCount() == 1);
    }

    private static Uni<Void> credit(SqlConnection transaction, MatchFinished match, int seat) {
        Player player = match.players().get(seat);
        Integer winner = match.result().winner();
        return transaction
                .preparedQuery("""
                        INSERT INTO lobby.standing AS s (game, player_id, player_name, points, matches, wins)
                        VALUES ($1, $2, $3, $4, 1, $5)
                        ON CONFLICT (game, player_id) DO UPDATE SET player_name = excluded.player_name,
                          points = s.points + excluded.points, matches = s.matches + 1, wins = s.wins + excluded.wins""")
                .execute(Tuple.of(
                        lower(match.game()),
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

    private String write(FairnessReceipt receipt) {
        try {
            return json.writeValueAsString(receipt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt can't be written", e);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
