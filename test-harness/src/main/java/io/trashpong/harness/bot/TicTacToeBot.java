package io.trashpong.harness.bot;

import io.trashpong.games.tictactoe.BestMoves;
import io.trashpong.games.tictactoe.Board;
import io.trashpong.games.tictactoe.Mark;
import io.trashpong.games.tictactoe.Ruling;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plays tic-tac-toe from one seat by the rules alone: perfectly, but for a share of its moves that it makes at random. Its state
 * belongs to its client's event loop.
 */
final class TicTacToeBot {
    private final Mark mark;
    private final int missPercent;
    private final RandomGenerator dice;
    private @Nullable Board board;

    /** @param missPercent of its moves are any free cell */
    TicTacToeBot(int seat, int missPercent, RandomGenerator dice) {
        mark = Mark.of(seat);
        this.missPercent = missPercent;
        this.dice = dice;
    }

    /** @return its answer; null when it has none */
    @Nullable
    ClientMessage hear(ServerMessage message) {
        return switch (message) {
            case ServerMessage.Welcome welcome -> welcome.snapshot() == null ? null : takeUp(welcome.snapshot());
            case ServerMessage.Countdown _ -> {
                board = null;
                yield null;
            }
            case ServerMessage.Turn(long seq, int seat, long _) -> {
                if (board == null) {
                    board = Board.empty(Mark.of(seat));
                }
                yield answer(seq, seat);
            }
            case ServerMessage.Played(long _, int seat, int cell) -> {
                if (board != null && board.play(Mark.of(seat), cell) instanceof Ruling.Accepted(Board next)) {
                    board = next;
                }
                yield null;
            }
            case ServerMessage.Seldom _, ServerMessage.Frequent _ -> null;
        };
    }

    private @Nullable ClientMessage takeUp(RoomSnapshot snapshot) {
        if (snapshot.board() instanceof RoomSnapshot.TicTacToeBoard(int first, List<Integer> moves, var turn)) {
            board = new Board(Mark.of(first), moves);
            return turn == null ? null : answer(turn.seq(), turn.seat());
        }
        board = null;
        return null;
    }

    private @Nullable ClientMessage answer(long seq, int seat) {
        return board == null || seat != mark.seat() ? null : new ClientMessage.Play(choose(board), seq);
    }

    private int choose(Board now) {
        List<Integer> best = BestMoves.of(now);
        if (best.isEmpty() || dice.nextInt(100) < missPercent) {
            List<Integer> free = IntStream.range(0, Board.CELLS)
                    .filter(cell -> now.at(cell).isEmpty())
                    .boxed()
                    .toList();
            return free.get(dice.nextInt(free.size()));
        }
        return best.get(dice.nextInt(best.size()));
    }
}
