package io.trashpong.games.tictactoe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TurnClockTest {
    private static final long SECOND = 1_000_000;

    @Test
    void a_turn_is_over_after_thirty_seconds_and_a_grace() {
        TurnClock clock = TurnClock.full().startAt(5 * SECOND);
        assertFalse(clock.isOverAt(35 * SECOND + TurnClock.GRACE - 1));
        assertTrue(clock.isOverAt(35 * SECOND + TurnClock.GRACE));
    }

    @Test
    void what_goes_by_while_it_stands_still_is_not_counted() {
        TurnClock stopped = TurnClock.full().startAt(0).stopAt(12 * SECOND);
        assertFalse(stopped.isOverAt(1_000 * SECOND));
        TurnClock again = stopped.startAt(1_000 * SECOND);
        assertEquals(18 * SECOND, again.leftAt(1_000 * SECOND));
        assertEquals(22 * SECOND, again.usedAt(1_010 * SECOND));
        assertTrue(again.isOverAt(1_018 * SECOND + TurnClock.GRACE));
    }

    @Test
    void nothing_is_used_up_before_it_starts_and_no_more_than_there_is_after() {
        TurnClock clock = TurnClock.full().startAt(10 * SECOND);
        assertEquals(TurnClock.TURN, clock.leftAt(9 * SECOND));
        assertEquals(TurnClock.TURN, clock.usedAt(99 * SECOND));
        assertEquals(TurnClock.full(), clock.stopAt(3 * SECOND));
    }

    @Test
    void no_turn_has_more_time_than_a_turn_or_less_than_none() {
        assertThrows(IllegalArgumentException.class, () -> new TurnClock(TurnClock.TURN + 1, null));
        assertThrows(IllegalArgumentException.class, () -> new TurnClock(-1, null));
    }

    @Test
    void thinking_adds_up() {
        var thinking = Thinking.NONE.plus(2 * SECOND).plus(5 * SECOND).plus(SECOND);
        assertEquals(new Thinking(3, 8 * SECOND, 5 * SECOND), thinking);
    }
}
