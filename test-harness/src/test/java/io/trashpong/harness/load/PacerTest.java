package io.trashpong.harness.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long MILLI = 1_000_000;
    private static final long START = 77 * MILLI;

    private final List<Long> first = new ArrayList<>();
    private final List<Long> second = new ArrayList<>();
    private final List<Pacer.Sender> senders = List.of(first::add, second::add);
    private final Pacer pacer = new Pacer(START, 100, 2, 3);

    @Test
    void players_take_turns_within_the_period() {
        pacer.send(senders, START + 60 * MILLI);

        assertEquals(List.of(START, START + 10 * MILLI, START + 20 * MILLI), first);
        assertEquals(List.of(START + 5 * MILLI, START + 15 * MILLI, START + 25 * MILLI), second);
        assertTrue(pacer.isDone());
    }

    @Test
    void nothing_is_sent_before_its_time_or_twice() {
        pacer.send(senders, START + 9 * MILLI);
        pacer.send(senders, START + 9 * MILLI);

        assertEquals(List.of(START), first);
        assertEquals(List.of(START + 5 * MILLI), second);
    }

    @Test
    void what_is_sent_late_is_measured_from_when_it_was_due() {
        long stalled = START + 1_000 * MILLI;
        var tally = new LoadTally();
        tally.measure();
        first.clear();
        pacer.send(List.of(due -> tally.arrived(stalled - due), _ -> {}), stalled);

        assertEquals(1_000, Math.round(tally.latency.getMaxValue() / 1e3));
        assertEquals(980, Math.round(tally.latency.getMinValue() / 1e3));
        assertEquals(3, tally.latency.getTotalCount());
    }
}
