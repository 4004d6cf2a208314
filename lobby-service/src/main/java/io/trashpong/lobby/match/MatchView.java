package io.trashpong.lobby.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.Receipt;
import io.trashpong.protocol.RoomId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished match as it is shown.
 *
 * @param players of seat 0 and seat 1
 * @param winner 0 or 1; null for a draw
 * @param ratings what it did to the ratings of both; null when it was played before there were any
 * @param seconds how long it took
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MatchView(
        MatchId id,
        RoomId room,
        GameKind game,
        List<Player> players,
        @Nullable Integer winner,
        List<Integer> score,
        Ending ending,
        Receipt receipt,
        @Nullable List<RatingChange> ratings,
        Instant startedAt,
        Instant endedAt,
        long seconds) {
    public MatchView {
        players = List.copyOf(players);
        score = List.copyOf(score);
        ratings = ratings == null ? null : List.copyOf(ratings);
    }

    /** A player's rating before and after, rounded. */
    public record RatingChange(long before, long after) {
        static RatingChange of(double before, double after) {
            return new RatingChange(Math.round(before), Math.round(after));
        }
    }
}
