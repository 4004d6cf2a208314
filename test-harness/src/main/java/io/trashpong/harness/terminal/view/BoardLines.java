package io.trashpong.harness.terminal.view;

import io.trashpong.games.tictactoe.Board;
import io.trashpong.games.tictactoe.Mark;
import io.trashpong.games.tictactoe.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The board: each free cell shows its number, so that it can be typed; three in a row stand in brackets. */
public final class BoardLines {
    private static final int SIDE = 3;
    private static final String MARGIN = "    ";

    private BoardLines() {}

    public static List<Line> of(Board board) {
        List<Integer> won = board.standing() instanceof Standing.Won(Mark _, List<Integer> line) ? line : List.of();
        var lines = new ArrayList<Line>();
        lines.add(Line.answer(MARGIN + "   1   2   3"));
        for (int row = 0; row < SIDE; row++) {
            int first = row * SIDE;
            String cells = IntStream.range(first, first + SIDE)
                    .mapToObj(cell -> cell(board, cell, won.contains(cell)))
                    .collect(Collectors.joining("|"));
            if (row > 0) {
                lines.add(Line.answer(MARGIN + "  ---+---+---"));
            }
            lines.add(Line.answer(MARGIN + (row + 1) + " " + cells));
        }
        return lines;
    }

    public static String letter(Mark mark) {
        return switch (mark) {
            case CROSS -> "X";
            case NOUGHT -> "O";
        };
    }

    /** Row and column, as they are typed. */
    public static String place(int cell) {
        return (cell / SIDE + 1) + " " + (cell % SIDE + 1);
    }

    private static String cell(Board board, int cell, boolean won) {
        String mark = board.at(cell).map(BoardLines::letter).orElse(Integer.toString(cell + 1));
        return won ? "[" + mark + "]" : " " + mark + " ";
    }
}
