package io.trashpong.harness.terminal.scene;

import io.trashpong.games.tictactoe.Board;
import io.trashpong.games.tictactoe.Mark;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.SeatState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The room the player sits in, as its messages tell it. Immutable.
 *
 * @param seat his own
 * @param seats both; null is a free one
 * @param board of the match in play or last played; null before its first turn
 * @param turn the turn under way; null between turns
 * @param delays by seat, the last three round trips in microseconds, newest first
 * @param reached whether the connection to it stands
 */
public record Table(
        RoomId room,
        String title,
        GameKind game,
        int seat,
        List<@Nullable SeatState> seats,
        RoomSnapshot.Phase phase,
        @Nullable Board board,
        RoomSnapshot.@Nullable OpenTurn turn,
        Map<Integer, List<Long>> delays,
        boolean reached) {
    private static final String NOBODY = "nobody";

    public Table {
        seats = Collections.unmodifiableList(new ArrayList<>(seats));
        delays = Map.copyOf(delays);
    }

    /** Before the first welcome. */
    public static Table of(RoomId room, String title, GameKind game, int seat) {
        return new Table(
                room,
                title,
                game,
                seat,
                Arrays.asList(null, null),
                RoomSnapshot.Phase.WAITING,
                null,
                null,
                Map.of(),
                false);
    }

    Table with(RoomSnapshot snapshot) {
        Board next = null;
        RoomSnapshot.OpenTurn open = null;
        if (snapshot.board() instanceof RoomSnapshot.TicTacToeBoard(int first, List<Integer> moves, var underWay)) {
            next = new Board(Mark.of(first), moves);
            open = underWay;
        }
        return new Table(
                room, title, snapshot.game(), seat, snapshot.seats(), snapshot.phase(), next, open, delays, true);
    }

    Table withSeat(int which, @Nullable SeatState state) {
        var next = new ArrayList<>(seats);
        next.set(which, state);
        return new Table(room, title, game, seat, next, phase, board, turn, delays, reached);
    }

    /** No turn is under way there. */
    Table withPhase(RoomSnapshot.Phase next) {
        return new Table(room, title, game, seat, seats, next, board, null, delays, reached);
    }

    Table withoutBoard() {
        return new Table(room, title, game, seat, seats, phase, null, null, delays, reached);
    }

    /** The first turn of a match begins its board. */
    Table withTurn(RoomSnapshot.OpenTurn next) {
        Board begun = board == null ? Board.empty(Mark.of(next.seat())) : board;
        return new Table(room, title, game, seat, seats, RoomSnapshot.Phase.RALLY, begun, next, delays, reached);
    }

    Table withBoard(Board next) {
        return new Table(room, title, game, seat, seats, phase, next, null, delays, reached);
    }

    Table withDelay(int which, List<Long> lastThree) {
        var next = new HashMap<>(delays);
        next.put(which, List.copyOf(lastThree));
        return new Table(room, title, game, seat, seats, phase, board, turn, next, reached);
    }

    public Table withReached(boolean next) {
        return new Table(room, title, game, seat, seats, phase, board, turn, delays, next);
    }

    /** Whether leaving now loses a match. */
    public boolean isPlaying() {
        return switch (phase) {
            case COUNTDOWN, SERVE, RALLY, PAUSED -> true;
            case WAITING, FINISHED -> false;
        };
    }

    /** Whether the match can be given up and the seat kept. */
    public boolean mayResign() {
        return switch (phase) {
            case SERVE, RALLY, PAUSED -> true;
            case WAITING, COUNTDOWN, FINISHED -> false;
        };
    }

    /** Whether the table waits for this player's word that he is ready. */
    boolean awaitsMe() {
        SeatState me = seats.get(seat);
        return phase == RoomSnapshot.Phase.WAITING && me != null && !me.ready();
    }

    public String nameAt(int which) {
        SeatState state = seats.get(which);
        return state == null ? NOBODY : state.player().name();
    }

    int opposite() {
        return 1 - seat;
    }
}
