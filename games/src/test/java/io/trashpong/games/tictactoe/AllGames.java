package io.trashpong.games.tictactoe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Every game that can be played, and every position that can arise, from an empty board. */
final class AllGames {
    private AllGames() {}

    /** Calls {@code seen} with each board of each game, the last of each game included; in the order of the cells. */
    static void play(Board board, Consumer<Board> seen) {
        seen.accept(board);
        if (board.standing() instanceof Standing.Open(Mark turn)) {
            for (int cell = 0; cell < Board.CELLS; cell++) {
                if (board.play(turn, cell) instanceof Ruling.Accepted(Board next)) {
                    play(next, seen);
                }
            }
        }
    }

    /** One board for each position, in the order in which {@link #play} comes to it first. */
    static Iterable<Board> positions(Mark first) {
        Map<Integer, Board> found = new LinkedHashMap<>();
        play(Board.empty(first), board -> found.putIfAbsent(position(board), board));
        return found.values();
    }

    /** @return the cells of both marks in one number */
    static int position(Board board) {
        return board.cells(Mark.CROSS) << Board.CELLS | board.cells(Mark.NOUGHT);
    }
}
