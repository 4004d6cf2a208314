package io.trashpong.lobby.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.player.PlayerNames;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.Receipt;
import io.trashpong.protocol.event.RelayEvent.MatchFinished;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Writes finished matches and what they are worth, each once however often it is told. */
@ApplicationScoped
class MatchTable {
    private final ObjectMapper json;

    MatchTable(ObjectMapper json) {
        this.json = json;
    }

    /** Whether the match was new. */
    Uni<Boolean> record(SqlConnection transaction, MatchFinished told) {
        return PlayerNames.read(
                        transaction, told.players().get(0), told.players().get(1))
                .map(names -> called(told, names))
                .flatMap(match -> recordOnce(transaction, match));
    }

    /** With the players' names of now; the relay has those of the tickets. */
    private static MatchFinished called(MatchFinished told, Map<PlayerId, String> names) {
        var players = told.players().stream()
                .map(player -> new Player(player.id(), names.getOrDefault(player.id(), player.name())))
                .toList();
        return new MatchFinished(
                told.room(), told.game(), players, told.result(), told.receipt(), told.startedAt(), told.endedAt());
    }

    private Uni<Boolean> recordOnce(SqlConnection transaction, MatchFinished match) {
        return insert(transaction, match)
                .flatMap(isNew -> isNew
                        ? StandingTable.credit(transaction, match)
                                .flatMap(credited -> RatingTable.rate(transaction, match))
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

    private String write(Receipt receipt) {
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
