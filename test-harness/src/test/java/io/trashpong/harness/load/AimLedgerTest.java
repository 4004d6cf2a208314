package io.trashpong.harness.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AimLedgerTest {
    private static final int TARGET = 500 * 1024 + 777;

    private final AimLedger ledger = new AimLedger();

    @Test
    void what_came_once_each_is_delivered_however_often_the_numbers_go_round() {
        arrive(0, 5_000);

        assertEquals(5_000, ledger.delivered(0, 5_000));
        assertEquals(0, ledger.doubled());
    }

    @Test
    void a_frame_that_did_not_come_is_missing() {
        arrive(0, 1_020);
        arrive(1_021, 1_030);

        assertEquals(1_029, ledger.delivered(0, 1_030));
    }

    @Test
    void a_frame_that_came_twice_is_doubled_and_delivered_once() {
        arrive(0, 2_000);
        arriveLate(1_990, 2_000);
        arriveLate(1_991, 2_000);

        assertEquals(2_000, ledger.delivered(0, 2_000));
        assertEquals(2, ledger.doubled());
    }

    @Test
    void a_frame_that_was_overtaken_still_counts() {
        arrive(0, 100);
        arrive(101, 103);
        arriveLate(100, 103);

        assertEquals(103, ledger.delivered(0, 103));
        assertEquals(0, ledger.doubled());
    }

    @Test
    void the_first_frame_after_many_were_lost_is_known() {
        arrive(0, 100);
        arrive(1_000, 1_100);

        assertEquals(200, ledger.delivered(0, 1_100));
        assertEquals(0, ledger.doubled());
    }

    @Test
    void only_the_numbers_asked_for_are_counted() {
        arrive(0, 100);

        assertEquals(60, ledger.delivered(40, 200));
    }

    /** Each as soon as it was sent. */
    private void arrive(int from, int to) {
        IntStream.range(from, to).forEach(number -> arriveLate(number, number + 1));
    }

    private void arriveLate(int number, int next) {
        int arrived = ledger.arrived(AimLedger.numbered(TARGET, number), next);
        assertTrue(arrived == number || arrived == -1, () -> number + " came as " + arrived);
    }
}
