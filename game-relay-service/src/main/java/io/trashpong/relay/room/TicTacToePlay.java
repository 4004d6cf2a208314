package io.trashpong.relay.room;

import io.trashpong.games.tictactoe.Board;
import io.trashpong.games.tictactoe.Mark;
import io.trashpong.games.tictactoe.Ruling;
import io.trashpong.games.tictactoe.Standing;
import io.trashpong.games.tictactoe.Thinking;
import io.trashpong.games.tictactoe.TurnClock;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.Receipt;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.TurnReceipt;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Maps the rules of tic-tac-toe to a room's words. A turn begins with its announcement, whose number a move must name; so
 * nobody moves on a board that he has not seen.
 */
final class TicTacToePlay implements Play {
    private static final int NO_TURN = 0;

    private Board board;
    /** As everybody has been told: a move is on the board before it is written, and told after. */
    private Board told;
    /** Of the turn under way, or of the next while that one stands still. */
    private TurnClock clock;

    private long turnSeq;
    private final Map<Mark, Thinking> thinking = new EnumMap<>(Mark.class);

    private TicTacToePlay(Board board, TurnClock clock, long turnSeq, Thinking ofCrosses, Thinking ofNoughts) {
        this.board = board;
        this.told = board;
        this.clock = clock;
        this.turnSeq = turnSeq;
        thinking.put(Mark.CROSS, ofCrosses);
        thinking.put(Mark.NOUGHT, ofNoughts);
    }

    /** Who begins is thrown for. */
    static TicTacToePlay open(int seed) {
        return open(Mark.of(seed & 1));
    }

    private static TicTacToePlay open(Mark first) {
        return new TicTacToePlay(Board.empty(first), TurnClock.full(), NO_TURN, Thinking.NONE, Thinking.NONE);
    }

    /** From the moves made: the turn begins anew, with all its time. */
    static TicTacToePlay restore(RoomRecord.TicTacToeRecord from) {
        return new TicTacToePlay(from.board(), TurnClock.full(), NO_TURN, from.ofCrosses(), from.ofNoughts());
    }

    /** As if nothing had been. */
    static TicTacToePlay goOn(RoomRecord.TicTacToeRecord from) {
        return new TicTacToePlay(from.board(), from.clock(), from.turnSeq(), from.ofCrosses(), from.ofNoughts());
    }

    /** The loser begins, after a draw who was second. */
    @Override
    public Play again(int seed, MatchResult result, long now) {
        Integer winner = result.winner();
        return open(winner == null ? board.first().other() : Mark.of(winner).other());
    }

    @Override
    public List<PlayStep> start(long at) {
        clock = clock.startAt(at);
        return List.of();
    }

    @Override
    public boolean awaitsStart() {
        return clock.runsFrom() == null && turn() != null;
    }

    @Override
    public List<PlayStep> move(int seat, ClientMessage.Move move, long now) {
        if (!(move instanceof ClientMessage.Play(int cell, long expectedSeq))) {
            throw new IllegalArgumentException("no move of tic-tac-toe");
        }
        if (turnSeq == NO_TURN || clock.isOverAt(now)) {
            return List.of(new PlayStep.Refused(ErrorCode.NOT_NOW, "no turn is under way"));
        }
        Mark mark = Mark.of(seat);
        return List.of(
                switch (board.play(mark, cell)) {
                    case Ruling.Refused(Ruling.Reason reason) -> refusal(reason);
                    case Ruling.Accepted _
                    when expectedSeq != turnSeq ->
                        new PlayStep.Refused(ErrorCode.MOVE_STALE, "this answers another turn than the one under way");
                    case Ruling.Accepted(Board next) -> played(mark, cell, next, now);
                });
    }

    private PlayStep played(Mark mark, int cell, Board next, long now) {
        board = next;
        endTurn(mark, now);
        return new PlayStep.Decided(
                (seq, _) -> {
                    told = next;
                    return new ServerMessage.Played(seq, mark.seat(), cell);
                },
                0,
                null,
                switch (next.standing()) {
                    case Standing.Open _ -> null;
                    case Standing.Won won -> new PlayStep.Outcome(won.winner().seat());
                    case Standing.Drawn _ -> new PlayStep.Outcome(null);
                });
    }

    private static PlayStep refusal(Ruling.Reason reason) {
        return switch (reason) {
            case OFF_BOARD -> new PlayStep.Refused(ErrorCode.MESSAGE_INVALID, "cells are 0 to 8");
            case OVER -> new PlayStep.Refused(ErrorCode.NOT_NOW, "the match is over");
            case NOT_YOUR_TURN -> new PlayStep.Refused(ErrorCode.NOT_YOUR_TURN, "it is the other's turn");
            case TAKEN -> new PlayStep.Refused(ErrorCode.CELL_TAKEN, "there is a mark already");
        };
    }

    @Override
    public List<PlayStep> due(long now) {
        Mark turn = turn();
        Long from = clock.runsFrom();
        if (turn == null || from == null || now < from) {
            return List.of();
        }
        if (turnSeq == NO_TURN) {
            long until = from + clock.left();
            return List.of(new PlayStep.Announced(seq -> {
                turnSeq = seq;
                return new ServerMessage.Turn(seq, turn.seat(), until);
            }));
        }
        if (clock.isOverAt(now)) {
            endTurn(turn, now);
            return List.of(new PlayStep.Lost(turn.seat(), Ending.TIME));
        }
        return List.of();
    }

    @Override
    public OptionalLong nextDeadline() {
        Long from = clock.runsFrom();
        if (from == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(turnSeq == NO_TURN ? from : from + clock.left() + TurnClock.GRACE);
    }

    @Override
    public boolean awaitsVerdict(long now) {
        return false;
    }

    /** A pause need not wait for the end of a turn: what is left of the turn is kept. */
    @Override
    public int underWay(long now) {
        return 0;
    }

    @Override
    public List<PlayStep> pause(long now) {
        clock = clock.stopAt(now);
        turnSeq = NO_TURN;
        return List.of();
    }

    /** The turn that was broken off is one that awaits its start. */
    @Override
    public List<PlayStep> resume(long at) {
        return List.of();
    }

    @Override
    public void measured(int seat, RoundTrips line) {}

    @Override
    public List<Integer> score() {
        if (board.standing() instanceof Standing.Won won) {
            return won.winner() == Mark.CROSS ? List.of(1, 0) : List.of(0, 1);
        }
        return List.of(0, 0);
    }

    @Override
    public boolean isInRally(long now) {
        return turnSeq != NO_TURN;
    }

    @Override
    public RoomSnapshot.Board board() {
        Mark turn = turn();
        Long from = clock.runsFrom();
        return new RoomSnapshot.TicTacToeBoard(
                board.first().seat(),
                told.moves(),
                turn == null || from == null || turnSeq == NO_TURN
                        ? null
                        : new RoomSnapshot.OpenTurn(turnSeq, turn.seat(), from + clock.left()));
    }

    @Override
    public Receipt receipt() {
        return new TurnReceipt(List.of(side(thought(Mark.CROSS)), side(thought(Mark.NOUGHT))));
    }

    @Override
    public RoomRecord.PlayRecord record() {
        return new RoomRecord.TicTacToeRecord(board, clock, turnSeq, thought(Mark.CROSS), thought(Mark.NOUGHT));
    }

    private @Nullable Mark turn() {
        return board.standing() instanceof Standing.Open(Mark turn) ? turn : null;
    }

    private void endTurn(Mark mark, long now) {
        thinking.put(mark, thought(mark).plus(clock.usedAt(now)));
        clock = TurnClock.full();
        turnSeq = NO_TURN;
    }

    private Thinking thought(Mark mark) {
        return thinking.getOrDefault(mark, Thinking.NONE);
    }

    private static TurnReceipt.Side side(Thinking thinking) {
        return new TurnReceipt.Side(thinking.turns(), thinking.total(), thinking.longest());
    }
}
