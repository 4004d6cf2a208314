package io.trashpong.lobby.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** Reads finished matches. */
@ApplicationScoped
public class MatchHistory {
    private final Matches matches;
    private final ObjectMapper json;

    MatchHistory(Matches matches, ObjectMapper json) {
        this.matches = matches;
        this.json = json;
    }

    public Uni<Optional<MatchView>> find(MatchId id) {
        return Panache.withSession(() -> matches.findById(id.value()))
                .map(found -> Optional.ofNullable(found).map(this::view));
    }

    private MatchView view(MatchRecord match) {
        return new MatchView(
                new MatchId(match.id()),
                new RoomId(match.roomId()),
                GameKind.valueOf(match.game().toUpperCase(Locale.ROOT)),
                match.players(),
                match.winner(),
                match.score(),
                Ending.valueOf(match.ending().toUpperCase(Locale.ROOT)),
                receipt(match.receipt()),
                match.startedAt(),
                match.endedAt());
    }

    private FairnessReceipt receipt(String text) {
        try {
            return json.readValue(text, FairnessReceipt.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt of ours can't be read", e);
        }
    }

    @ApplicationScoped
    static class Matches implements PanacheRepositoryBase<MatchRecord, String> {}
}
