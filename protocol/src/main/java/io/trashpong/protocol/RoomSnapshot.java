package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a client needs to draw a room it knows nothing of.
 *
 * @param seats exactly two; null is a free seat
 * @param match the match in play or last played; null before the first
 * @param phaseAt room time (microseconds) at which play begins or goes on, while that is awaited; else null
 * @param pause the pause while {@code PAUSED}, else null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RoomSnapshot(
        GameKind game,
        Phase phase,
        List<@Nullable SeatState> seats,
        int spectators,
        @Nullable MatchId match,
        List<Integer> score,
        @Nullable Long phaseAt,
        @Nullable Pause pause,
        @Nullable Board board,
        @Nullable MatchResult result,
        @Nullable Receipt receipt) {

    /**
     * The room's life: waiting, countdown, (serve, rally)*, finished, countdown … with pauses in between. In any game a
     * {@code RALLY} is a point or turn under way, a {@code SERVE} the time until the next begins.
     */
    public enum Phase {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("countdown")
        COUNTDOWN,
        @JsonProperty("serve")
        SERVE,
        @JsonProperty("rally")
        RALLY,
        @JsonProperty("paused")
        PAUSED,
        @JsonProperty("finished")
        FINISHED
    }

    /**
     * As {@link ServerMessage.Paused}.
     *
     * @param at room time (microseconds) at which play stands still: where the ball is to be drawn
     * @param until room time (microseconds) at which {@code seat}'s budget ends
     */
    public record Pause(int seat, ServerMessage.PauseReason reason, long at, long until) {}

    /** The state of one game's play. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PongBoard.class, name = "pong"),
        @JsonSubTypes.Type(value = TicTacToeBoard.class, name = "tictactoe")
    })
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public sealed interface Board {}

    /** @param leg the ball in flight, null between rallies */
    public record PongBoard(@Nullable Leg leg, List<Paddle> paddles) implements Board {
        public PongBoard {
            paddles = List.copyOf(paddles);
        }
    }

    /** As {@link ServerMessage.LegStarted}. */
    public record Leg(long leg, int hits, long t0, int x0, int y0, int vx, int vy) {}

    /** As {@link ServerMessage.PaddleMoved}. */
    public record Paddle(long t, int y, int target) {}

    /**
     * @param first the seat that begins, or began
     * @param moves the cells taken so far, by {@code first} and the other in turn
     * @param turn the turn under way; null between turns, while paused, and after the end
     */
    public record TicTacToeBoard(
            int first, List<Integer> moves, @Nullable OpenTurn turn) implements Board {
        public TicTacToeBoard {
            moves = List.copyOf(moves);
        }
    }

    /** As {@link ServerMessage.Turn}. */
    public record OpenTurn(long seq, int seat, long until) {}
}
