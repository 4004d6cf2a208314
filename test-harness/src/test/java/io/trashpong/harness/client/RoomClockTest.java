package io.trashpong.harness.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoomClockTest {
    private static final long OFFSET = 5_000_000;
    private final RoomClock clock = new RoomClock();

    @Test
    void the_sample_with_the_smallest_round_trip_is_believed() {
        pong(0, 80_000, 30_000);
        pong(100_000, 10_000, 5_000);
        pong(200_000, 60_000, 10_000);

        assertEquals(300_000 + OFFSET, clock.at(300_000));
        assertEquals(10_000, clock.roundTrip());
    }

    @Test
    void it_is_settled_after_the_first_five() {
        for (int i = 0; i < 4; i++) {
            pong(i * 40_000L, 10_000, 5_000);
        }
        assertFalse(clock.isSettled());
        pong(160_000, 10_000, 5_000);
        assertTrue(clock.isSettled());
    }

    @Test
    void once_settled_it_slews_to_a_better_offset_and_never_goes_back() {
        for (int i = 0; i < 5; i++) {
            pong(i * 40_000L, 40_000, 40_000);
        }
        long ahead = clock.at(300_000) - 300_000 - OFFSET;
        assertEquals(20_000, Math.abs(ahead));

        pong(1_000_000, 2_000, 1_000);
        long before = clock.at(1_002_000);
        long last = before;
        for (long local = 1_003_000; local <= 4_000_000; local += 1_000) {
            long now = clock.at(local);
            assertTrue(now > last);
            assertTrue(Math.abs(now - last - 1_000) <= 10, "at most one percent fast or slow");
            last = now;
        }
        assertEquals(4_000_000 + OFFSET, last);
    }

    /** A ping sent at {@code sent} that needs {@code there} of its {@code roundTrip} to arrive. */
    private void pong(long sent, long roundTrip, long there) {
        clock.heard(sent, sent + roundTrip, sent + there + OFFSET);
    }
}
