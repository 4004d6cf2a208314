package io.trashpong.lobby.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.Receipt;
import io.trashpong.protocol.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * The matches of {@code player}, the last first.
     *
     * @param game null for all games
     * @param before begins after that match of a page before; null begins with the last
     */
    public Uni<MatchPage> list(PlayerId player, @Nullable GameKind game, MatchPage.@Nullable Cursor before, int limit) {
        var conditions = new StringBuilder("(player0Id = ?1 or player1Id = ?1)");
        var parameters = new ArrayList<Object>(List.of(player.value()));
        if (game != null) {
            parameters.add(game.name().toLowerCase(Locale.ROOT));
            conditions.append(" and game = ?").append(parameters.size());
        }
        if (before != null) {
            parameters.add(before.endedAt());
            int at = parameters.size();
            parameters.add(before.match().value());
            conditions.append(" and (endedAt < ?%1$d or (endedAt = ?%1$d and id < ?%2$d))".formatted(at, at + 1));
        }
        conditions.append(" order by endedAt desc, id desc");
        return Panache.withSession(() -> matches.find(conditions.toString(), parameters.toArray())
                        .range(0, limit)
                        .list())
                .map(found -> MatchPage.of(found.stream().map(this::view).toList(), limit));
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
                match.ratings(),
                match.startedAt(),
                match.endedAt(),
                Duration.between(match.startedAt(), match.endedAt()).toSeconds());
    }

    private Receipt receipt(String text) {
        try {
            return json.readValue(text, Receipt.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt of ours can't be read", e);
        }
    }

    @ApplicationScoped
    static class Matches implements PanacheRepositoryBase<MatchRecord, String> {}
}
