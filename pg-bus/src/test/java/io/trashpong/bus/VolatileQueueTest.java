package io.trashpong.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trashpong.bus.testing.SharedSecret;
import org.junit.jupiter.api.Test;

final class VolatileQueueTest {
    private static final ReplicaId SENDER = new ReplicaId("relay.a");

    private final BusMetrics metrics = new BusMetrics(new SimpleMeterRegistry());
    private final VolatileQueue queue = new VolatileQueue(metrics, 3, 1_000);

    @Test
    void a_newer_payload_takes_the_place_of_a_waiting_one_with_its_key() {
        queue.add("bus.b", "left", frame("paddles", 1));
        queue.add("bus.b", "left", frame("paddles", 1));
        assertEquals(1, queue.size());
        assertEquals(1, metrics.volatileCoalesced.count());
    }

    @Test
    void equal_keys_of_other_topics_or_receivers_stay_apart() {
        queue.add("bus.b", "left", frame("paddles", 1));
        queue.add("bus.c", "left", frame("paddles", 1));
        queue.add("bus.b", "left", frame("presence", 1));
        assertEquals(3, queue.size());
    }

    @Test
    void past_its_bound_the_oldest_is_dropped_and_counted() {
        for (int i = 0; i < 5; i++) {
            queue.add("bus.b", "key" + i, frame("paddles", 1));
        }
        assertEquals(3, queue.size());
        assertEquals(2, metrics.volatileDropped.count());
    }

    @Test
    void past_its_bytes_the_oldest_is_dropped_and_counted() {
        queue.add("bus.b", "small", frame("paddles", 10));
        queue.add("bus.b", "large", frame("paddles", 900));
        assertEquals(1, queue.size());
        assertEquals(1, metrics.volatileDropped.count());
    }

    @Test
    void what_an_uncertain_statement_took_is_counted_as_dropped() {
        queue.add("bus.b", "left", frame("paddles", 1));
        queue.drainTo(new NotifyBatch(new Sealer(SENDER, BusSecrets.of(SharedSecret.BUS))));
        queue.uncertain();
        assertEquals(0, queue.size());
        assertEquals(1, metrics.volatileDropped.count());
    }

    private static Frame.Volatile frame(String topic, int size) {
        return new Frame.Volatile(topic, new byte[size]);
    }
}
