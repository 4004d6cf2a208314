package io.trashpong.games.tictactoe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardTest {
    /** How the 255,168 games end, and how many positions arise on the way: counts found in every text on the game. */
    private static final int WON_BY_FIRST = 131_184;

    private static final int WON_BY_SECOND = 77_904;
    private static final int DRAWN = 46_080;
    private static final int POSITIONS = 5_478;

    private final Board empty = Board.empty(Mark.NOUGHT);

    @ParameterizedTest
    @EnumSource
    void all_games_end_as_often_as_is_known(Mark first) {
        int[] ends = new int[3];
        AllGames.play(Board.empty(first), board -> {
            switch (board.standing()) {
                case Standing.Won won -> ends[won.winner() == first ? 0 : 1]++;
                case Standing.Drawn _ -> ends[2]++;
                case Standing.Open _ -> {}
            }
        });
        assertEquals(List.of(WON_BY_FIRST, WON_BY_SECOND, DRAWN), List.of(ends[0], ends[1], ends[2]));
    }

    @Test
    void there_are_as_many_positions_as_is_known() {
        int count = 0;
        for (Board board : AllGames.positions(Mark.CROSS)) {
            assertEquals(0, board.cells(Mark.CROSS) & board.cells(Mark.NOUGHT));
            count++;
        }
        assertEquals(POSITIONS, count);
    }

    @Test
    void marks_are_set_in_turn_by_who_began() {
        Board board = after(empty, 4, 0, 8);
        assertEquals(Optional.of(Mark.NOUGHT), board.at(4));
        assertEquals(Optional.of(Mark.CROSS), board.at(0));
        assertEquals(Optional.of(Mark.NOUGHT), board.at(8));
        assertEquals(Optional.empty(), board.at(1));
        assertEquals(new Standing.Open(Mark.CROSS), board.standing());
    }

    @Test
    void three_in_a_row_win_and_say_which_three() {
        assertEquals(
                new Standing.Won(Mark.NOUGHT, List.of(2, 4, 6)),
                after(empty, 4, 0, 2, 1, 6).standing());
    }

    @Test
    void the_ninth_mark_may_win_and_close_two_lines() {
        Board board = after(empty, 1, 4, 2, 5, 3, 7, 6, 8, 0);
        assertEquals(Board.CELLS, board.moves().size());
        assertEquals(new Standing.Won(Mark.NOUGHT, List.of(0, 1, 2)), board.standing());
    }

    @Test
    void a_full_board_without_a_line_is_a_draw() {
        assertEquals(
                new Standing.Drawn(), after(empty, 0, 1, 2, 4, 3, 5, 7, 6, 8).standing());
    }

    @Test
    void what_is_against_the_rules_is_refused_and_says_why() {
        Board board = after(empty, 4);
        assertRefused(Ruling.Reason.TAKEN, board.play(Mark.CROSS, 4));
        assertRefused(Ruling.Reason.NOT_YOUR_TURN, board.play(Mark.NOUGHT, 0));
        assertRefused(Ruling.Reason.OFF_BOARD, board.play(Mark.CROSS, 9));
        assertRefused(Ruling.Reason.OFF_BOARD, board.play(Mark.CROSS, -1));
        assertRefused(Ruling.Reason.OFF_BOARD, board.play(Mark.CROSS, Integer.MIN_VALUE));
        assertRefused(Ruling.Reason.OVER, after(empty, 4, 0, 2, 1, 6).play(Mark.CROSS, 8));
        assertRefused(
                Ruling.Reason.OVER, after(empty, 0, 1, 2, 4, 3, 5, 7, 6, 8).play(Mark.CROSS, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4,4", "9", "-1", "0,3,1,4,2,5", "0,1,2,4,3,5,7,6,8,0"})
    void moves_that_no_game_can_have_are_no_board(String moves) {
        var cells = List.of(moves.split(",", -1)).stream().map(Integer::valueOf).toList();
        assertThrows(IllegalArgumentException.class, () -> new Board(Mark.CROSS, cells));
    }

    private static Board after(Board from, int... cells) {
        Board board = from;
        for (int cell : cells) {
            Mark turn = board.standing() instanceof Standing.Open open ? open.turn() : Mark.CROSS;
            board = board.play(turn, cell) instanceof Ruling.Accepted accepted ? accepted.board() : board;
        }
        assertEquals(cells.length, board.moves().size());
        return board;
    }

    private static void assertRefused(Ruling.Reason reason, Ruling ruling) {
        assertEquals(new Ruling.Refused(reason), ruling);
    }
}
