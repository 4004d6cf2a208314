package io.trashpong.relay.room;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trashpong.games.pong.RefereeSnapshot;
import io.trashpong.games.tictactoe.Board;
import io.trashpong.games.tictactoe.Thinking;
import io.trashpong.games.tictactoe.TurnClock;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.Receipt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a room's row: all that another replica needs to take the room over. The rally in play is not in it; it
 * is served again. A move made is in it.
 *
 * @param seats exactly two; null is a free seat
 * @param match in play or last played; null before the first
 */
public record RoomRecord(
        GameKind game,
        List<@Nullable SeatRecord> seats,
        List<SpectatorRecord> spectators,
        @Nullable MatchRecord match) {

    public RoomRecord {
        if (seats.size() != 2) {
            throw new IllegalArgumentException("a room has two seats, not " + seats.size());
        }
        seats = Collections.unmodifiableList(new ArrayList<>(seats));
        spectators = List.copyOf(spectators);
    }

    /** A room in which nobody has been yet. */
    public static RoomRecord empty(GameKind game) {
        var seats = new ArrayList<@Nullable SeatRecord>();
        seats.add(null);
        seats.add(null);
        return new RoomRecord(game, seats, List.of(), null);
    }

    /**
     * @param secretHash SHA-256 of the resume secret, base64url
     * @param pauseLeft microseconds left of the pause budget of the match in play
     */
    public record SeatRecord(Player player, boolean creator, String secretHash, long pauseLeft) {}

    public record SpectatorRecord(Player player, String secretHash) {}

    /**
     * @param startedAt room time in microseconds
     * @param result and {@code receipt}: null while it is in play
     */
    public record MatchRecord(
            MatchId id,
            long startedAt,
            PlayRecord play,
            @Nullable MatchResult result,
            @Nullable Receipt receipt) {}

    /** How one game's play stands. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PongRecord.class, name = "pong"),
        @JsonSubTypes.Type(value = TicTacToeRecord.class, name = "tictactoe")
    })
    public sealed interface PlayRecord {}

    public record PongRecord(RefereeSnapshot referee) implements PlayRecord {}

    /** @param turnSeq number of the message that opened the turn under way; 0 while none is */
    public record TicTacToeRecord(Board board, TurnClock clock, long turnSeq, Thinking ofCrosses, Thinking ofNoughts)
            implements PlayRecord {}
}
