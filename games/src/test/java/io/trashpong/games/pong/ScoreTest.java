package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Score.Standing OPEN = new Score.Standing.Open();

    @Test
    void a_match_is_won_at_eleven_two_ahead() {
        assertEquals(new Score.Standing.Won(Seat.LEFT), new Score(11, 9).standing());
        assertEquals(new Score.Standing.Won(Seat.RIGHT), new Score(10, 12).standing());
        assertEquals(OPEN, new Score(11, 10).standing());
        assertEquals(OPEN, new Score(10, 8).standing());
    }

    @Test
    void a_match_is_won_at_twenty_one_even_by_one() {
        assertEquals(OPEN, new Score(20, 20).standing());
        assertEquals(new Score.Standing.Won(Seat.RIGHT), new Score(20, 21).standing());
    }

    @Test
    void a_point_counts_for_its_scorer() {
        assertEquals(new Score(0, 1), Score.NONE.plus(Seat.RIGHT));
        assertEquals(1, new Score(4, 1).of(Seat.RIGHT));
        assertEquals(5, new Score(4, 1).points());
    }

    @Test
    void no_score_is_beyond_twenty_one() {
        assertThrows(IllegalArgumentException.class, () -> new Score(22, 20));
    }
}
