package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a match ended.
 *
 * @param winner 0 or 1; null for a draw
 * @param score of seat 0 and seat 1
 */
public record MatchResult(MatchId match, @Nullable Integer winner, List<Integer> score, Ending ending) {
    public MatchResult {
        score = List.copyOf(score);
    }

    /** Why it ended. */
    public enum Ending {
        @JsonProperty("played")
        PLAYED,
        /** The loser left. */
        @JsonProperty("left")
        LEFT,
        /** The loser gave up, and stayed. */
        @JsonProperty("resigned")
        RESIGNED,
        /** The loser's turn ran out of time. */
        @JsonProperty("time")
        TIME,
        /** The loser's pause budget ran out. */
        @JsonProperty("away")
        AWAY
    }
}
