package io.trashpong.relay.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LeaseTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Lease lease = new Lease(nanos::get, LeaseTimes.STANDARD);
    private final AtomicInteger lost = new AtomicInteger();

    @Test
    void who_stood_still_for_longer_than_his_lease_learns_it_before_he_acts() {
        lease.onLost(lost::incrementAndGet);
        runFor(2);
        standStill(5);
        assertEquals(2, lease.term());
        assertEquals(2, lease.term(), "once");
        assertEquals(1, lost.get());
    }

    @Test
    void the_tick_learns_it_too() {
        standStill(5);
        lease.tick();
        assertEquals(2, lease.term());
    }

    @Test
    void a_pause_for_garbage_collection_costs_nothing() {
        runFor(2);
        standStill(2);
        lease.tick();
        assertEquals(1, lease.term());
    }

    @Test
    void a_silent_postgres_costs_nothing_while_the_process_runs() {
        for (int i = 0; i < 40; i++) {
            pass(Duration.ofMillis(Lease.TICK_MS));
            lease.tick();
        }
        assertEquals(1, lease.term());
        assertEquals(true, lease.hasRunOutAt(nanos.get()), "but the next renewal is a late one");
    }

    private void runFor(int seconds) {
        for (int i = 0; i < seconds * 1_000L / Lease.TICK_MS; i++) {
            pass(Duration.ofMillis(Lease.TICK_MS));
            lease.tick();
            lease.renewed(nanos.get());
        }
    }

    private void standStill(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    private void pass(Duration time) {
        long _ = nanos.addAndGet(time.toNanos());
    }
}
