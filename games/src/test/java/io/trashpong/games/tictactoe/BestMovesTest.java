package io.trashpong.games.tictactoe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BestMovesTest {
    private static final List<Integer> CORNERS = List.of(0, 2, 6, 8);

    @ParameterizedTest
    @EnumSource
    void who_plays_them_never_loses_whatever_the_other_plays(Mark perfect) {
        int games = games(Board.empty(Mark.CROSS), perfect) + games(Board.empty(Mark.NOUGHT), perfect);
        assertTrue(games > 100, "games: " + games);
    }

    @Test
    void a_win_is_taken_before_a_threat_is_met() {
        assertEquals(List.of(2), BestMoves.of(new Board(Mark.CROSS, List.of(0, 3, 1, 4))));
    }

    @Test
    void a_threat_is_met_when_nothing_can_be_won() {
        assertEquals(List.of(2), BestMoves.of(new Board(Mark.CROSS, List.of(0, 4, 1))));
    }

    @Test
    void the_centre_is_answered_by_a_corner() {
        assertEquals(CORNERS, BestMoves.of(new Board(Mark.CROSS, List.of(4))));
    }

    @Test
    void with_perfect_play_every_first_move_draws() {
        assertEquals(Board.CELLS, BestMoves.of(Board.empty(Mark.CROSS)).size());
    }

    @Test
    void after_the_end_there_is_none() {
        assertEquals(List.of(), BestMoves.of(new Board(Mark.CROSS, List.of(0, 3, 1, 4, 2))));
    }

    /** Plays all games of {@code perfect} against everything; @return how many. */
    private static int games(Board board, Mark perfect) {
        if (!(board.standing() instanceof Standing.Open(Mark turn))) {
            if (board.standing() instanceof Standing.Won won) {
                assertNotEquals(perfect.other(), won.winner(), () -> "lost " + board);
            }
            return 1;
        }
        int games = 0;
        List<Integer> best = BestMoves.of(board);
        for (int cell = 0; cell < Board.CELLS; cell++) {
            if ((turn != perfect || best.getFirst() == cell)
                    && board.play(turn, cell) instanceof Ruling.Accepted(Board next)) {
                games += games(next, perfect);
            }
        }
        return games;
    }
}
