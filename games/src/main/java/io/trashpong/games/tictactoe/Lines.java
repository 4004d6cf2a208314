package io.trashpong.games.tictactoe;

import java.util.ArrayList;
import java.util.List;

/** The eight lines of three. Sets of cells are bits: bit 0 is cell 0. */
final class Lines {
    private static final int[] ALL = {
        0b000_000_111, 0b000_111_000, 0b111_000_000, //
        0b001_001_001, 0b010_010_010, 0b100_100_100, //
        0b100_010_001, 0b001_010_100
    };

    private Lines() {}

    /** @param cells the cells of one mark */
    static boolean hasOne(int cells) {
        return first(cells) != 0;
    }

    /**
     * @param cells the cells of one mark
     * @return the first line in them: rows, columns, diagonals; 0 when there is none
     */
    static int first(int cells) {
        for (int line : ALL) {
            if ((cells & line) == line) {
                return line;
            }
        }
        return 0;
    }

    /** @return the numbers of these cells, ascending */
    static List<Integer> numbers(int cells) {
        var numbers = new ArrayList<Integer>(Board.CELLS);
        for (int cell = 0; cell < Board.CELLS; cell++) {
            if ((cells & 1 << cell) != 0) {
                numbers.add(cell);
            }
        }
        return numbers;
    }
}
