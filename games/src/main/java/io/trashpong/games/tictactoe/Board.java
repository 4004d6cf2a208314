package io.trashpong.games.tictactoe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Nine cells, numbered from 0 row by row, and the moves made so far. Immutable.
 *
 * @param first who began
 * @param moves the cells in the order in which they were taken, by {@code first} and the other in turn
 */
public record Board(Mark first, List<Integer> moves) {
    public static final int CELLS = 9;

    /** @throws IllegalArgumentException if no game can have gone so */
    public Board {
        moves = List.copyOf(moves);
        int crosses = 0;
        int noughts = 0;
        Mark mark = first;
        for (int cell : moves) {
            if (cell < 0 || cell >= CELLS || ((crosses | noughts) & 1 << cell) != 0) {
                throw new IllegalArgumentException("no free cell: " + cell);
            }
            if (Lines.hasOne(crosses) || Lines.hasOne(noughts)) {
                throw new IllegalArgumentException("a move after the end");
            }
            if (mark == Mark.CROSS) {
                crosses |= 1 << cell;
            } else {
                noughts |= 1 << cell;
            }
            mark = mark.other();
        }
    }

    public static Board empty(Mark first) {
        return new Board(first, List.of());
    }

    /** @return the mark in that cell; empty when it is free */
    public Optional<Mark> at(int cell) {
        int move = moves.indexOf(cell);
        return move < 0 ? Optional.empty() : Optional.of(by(move));
    }

    public Standing standing() {
        if (!moves.isEmpty()) {
            Mark last = by(moves.size() - 1);
            int line = Lines.first(cells(last));
            if (line != 0) {
                return new Standing.Won(last, Lines.numbers(line));
            }
        }
        return moves.size() == CELLS ? new Standing.Drawn() : new Standing.Open(by(moves.size()));
    }

    /** @param cell any number; one that is no cell is refused */
    public Ruling play(Mark mark, int cell) {
        if (cell < 0 || cell >= CELLS) {
            return new Ruling.Refused(Ruling.Reason.OFF_BOARD);
        }
        if (!(standing() instanceof Standing.Open(Mark turn))) {
            return new Ruling.Refused(Ruling.Reason.OVER);
        }
        if (mark != turn) {
            return new Ruling.Refused(Ruling.Reason.NOT_YOUR_TURN);
        }
        if (moves.contains(cell)) {
            return new Ruling.Refused(Ruling.Reason.TAKEN);
        }
        var next = new ArrayList<>(moves);
        next.add(cell);
        return new Ruling.Accepted(new Board(first, next));
    }

    /** @return that mark's cells as bits, bit 0 being cell 0 */
    int cells(Mark mark) {
        int cells = 0;
        for (int move = 0; move < moves.size(); move++) {
            if (by(move) == mark) {
                cells |= 1 << moves.get(move);
            }
        }
        return cells;
    }

    private Mark by(int move) {
        return move % 2 == 0 ? first : first.other();
    }
}
