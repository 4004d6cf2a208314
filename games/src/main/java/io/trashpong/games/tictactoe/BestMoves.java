package io.trashpong.games.tictactoe;

import java.util.ArrayList;
import java.util.List;

/** Perfect play: win as soon as possible, lose as late as possible. By searching all games from here (negamax). */
public final class BestMoves {
    private static final int ALL_CELLS = (1 << Board.CELLS) - 1;

    private BestMoves() {}

    /** @return the cells than which none is better, in ascending order; empty when the game is over */
    public static List<Integer> of(Board board) {
        if (!(board.standing() instanceof Standing.Open(Mark turn))) {
            return List.of();
        }
        int mine = board.cells(turn);
        int theirs = board.cells(turn.other());
        int best = Integer.MIN_VALUE;
        var cells = new ArrayList<Integer>();
        for (int cell = 0; cell < Board.CELLS; cell++) {
            if (((mine | theirs) & 1 << cell) == 0) {
                int value = -value(theirs, mine | 1 << cell);
                if (value > best) {
                    best = value;
                    cells.clear();
                }
                if (value == best) {
                    cells.add(cell);
                }
            }
        }
        return List.copyOf(cells);
    }

    /**
     * @param mine the cells of who is to move
     * @param theirs the cells of who has just moved
     * @return above 0 when who is to move wins, the more the sooner; 0 for a draw; below 0 when he loses
     */
    private static int value(int mine, int theirs) {
        int free = ALL_CELLS & ~(mine | theirs);
        if (Lines.hasOne(theirs)) {
            return -1 - Integer.bitCount(free);
        }
        if (free == 0) {
            return 0;
        }
        int best = Integer.MIN_VALUE;
        for (int rest = free; rest != 0; rest &= rest - 1) {
            best = Math.max(best, -value(theirs, mine | Integer.lowestOneBit(rest)));
        }
        return best;
    }
}
