package io.trashpong.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trashpong.bus.testing.SharedSecret;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two ends of ordered traffic with a bad line between them, on a clock of their own. */
final class OrderedStreamsTest {
    private static final ReplicaId A = new ReplicaId("relay.a");
    private static final ReplicaId B = new ReplicaId("relay.b");
    private static final BusSecrets SECRETS = BusSecrets.of(SharedSecret.BUS);

    private final AtomicLong clock = new AtomicLong();
    private final List<String> heard = new ArrayList<>();
    private final List<ReplicaId> gaps = new ArrayList<>();
    private final BusMetrics metrics = new BusMetrics(new SimpleMeterRegistry());
    private final OrderedTraffic a = traffic();
    private final OrderedTraffic b = traffic();
    private final Map<ReplicaId, Sealer> sealers = Map.of(A, new Sealer(A, SECRETS), B, new Sealer(B, SECRETS));

    @Test
    void a_lost_frame_is_asked_for_and_comes_again_in_order() {
        send("1", "2", "3");
        var frames = drain(A, a);
        frames.remove(1);
        frames.forEach(frame -> deliver(b, A, frame));
        assertEquals(List.of("1"), heard);
        exchange();
        assertEquals(List.of("1", "2", "3"), heard);
        assertEquals(List.of(), gaps);
    }

    @Test
    void a_lost_last_frame_is_missed_by_the_next_beat() {
        send("1");
        assertEquals(1, drain(A, a).size());
        assertEquals(List.of(), heard);
        beat();
        exchange();
        assertEquals(List.of("1"), heard);
    }

    @Test
    void doubled_frames_are_delivered_once() {
        send("1", "2");
        var frames = drain(A, a);
        frames.forEach(frame -> deliver(b, A, frame));
        frames.forEach(frame -> deliver(b, A, frame));
        assertEquals(List.of("1", "2"), heard);
        assertEquals(2, metrics.duplicates.count());
    }

    @Test
    void frames_of_a_statement_that_may_have_failed_are_sent_once_more() {
        send("1", "2");
        a.drainTo(batch(A));
        a.uncertain();
        exchange();
        assertEquals(List.of("1", "2"), heard);
    }

    @Test
    void what_the_ring_no_longer_has_is_told_as_a_gap() {
        int fit = BusLimits.MAX_RING_BYTES / (50_000 + BusLimits.FRAME_OVERHEAD);
        IntStream.range(0, fit + 5).forEach(i -> a.send(B, "t", ("x".repeat(50_000 - 4) + (1000 + i)).getBytes(UTF_8)));
        exchange();
        assertEquals(List.of(A), gaps);
        assertEquals(fit, heard.size());
        assertTrue(heard.getLast().endsWith(Integer.toString(1000 + fit + 4)));
        send("after");
        exchange();
        assertEquals("after", heard.getLast());
        assertEquals(1, gaps.size());
    }

    @Test
    void a_receiver_silent_for_long_is_told_of_a_gap_when_it_comes_back() {
        send("1");
        exchange();
        clock.addAndGet(BusLimits.RING_KEPT.toNanos() + 1);
        send("2", "3");
        a.forgetRingsExcept(Set.of());
        assertEquals(0, metrics.ringBytes.get());
        exchange();
        send("4");
        exchange();
        assertEquals(List.of("1", "4"), heard);
        assertEquals(List.of(A), gaps);
    }

    @Test
    void one_request_is_enough_for_a_burst_behind_a_gap() {
        send(IntStream.range(0, 50).mapToObj(Integer::toString).toArray(String[]::new));
        var frames = drain(A, a);
        frames.stream().skip(1).forEach(frame -> deliver(b, A, frame));
        assertEquals(1, drain(B, b).size());
    }

    @Test
    void frames_survive_any_mix_of_losses_doubles_and_swaps() {
        for (int seed = 0; seed < 200; seed++) {
            heard.clear();
            var end = new OrderedStreamsTest();
            end.runBadLine(new Random(seed));
            assertEquals(IntStream.range(0, 100).mapToObj(Integer::toString).toList(), end.heard, "seed " + seed);
            assertEquals(List.of(), end.gaps);
        }
    }

    private void runBadLine(Random random) {
        for (int i = 0; i < 100; i++) {
            send(Integer.toString(i));
            if (random.nextInt(3) == 0) {
                var frames = new ArrayList<Frame>();
                for (var frame : drain(A, a)) {
                    int fate = random.nextInt(10);
                    if (fate > 2) {
                        frames.add(random.nextInt(frames.size() + 1), frame);
                    }
                    if (fate == 9) {
                        frames.add(frame);
                    }
                }
                frames.forEach(frame -> deliver(b, A, frame));
                drain(B, b).forEach(frame -> deliver(a, B, frame));
            }
            clock.addAndGet(100_000_000);
        }
        beat();
        exchange();
    }

    private void send(String... moves) {
        for (var move : moves) {
            a.send(B, "t", move.getBytes(UTF_8));
        }
    }

    private void beat() {
        clock.addAndGet(BusLimits.BEAT.toNanos());
        b.announced(A, a.lastSent().getOrDefault(B, 0L));
    }

    /** Both ends talk over a good line until neither has something left. */
    private void exchange() {
        Deque<Frame> line = new ArrayDeque<>();
        do {
            line.clear();
            line.addAll(drain(A, a));
            line.forEach(frame -> deliver(b, A, frame));
            var back = drain(B, b);
            back.forEach(frame -> deliver(a, B, frame));
            line.addAll(back);
        } while (!line.isEmpty());
    }

    private List<Frame> drain(ReplicaId from, OrderedTraffic traffic) {
        var batch = batch(from);
        traffic.drainTo(batch);
        traffic.committed();
        var inbox = new ArrayList<Frame>();
        var to = from.equals(A) ? B : A;
        var reader = new Inbox(to, new Unsealer(SECRETS), metrics, new RefusalLog(clock::get), new Inbox.Desk() {
            @Override
            public void received(ReplicaId sender, Frame frame) {
                inbox.add(frame);
            }

            @Override
            public void ownBeat() {}
        });
        for (var payload : batch.pack().payloads()) {
            assertTrue(Base64.getDecoder().decode(payload).length <= Envelope.MAX_RAW);
            reader.notified(Channels.inbox(to), payload, 1);
        }
        return inbox;
    }

    private void deliver(OrderedTraffic to, ReplicaId from, Frame frame) {
        switch (frame) {
            case Frame.Ordered it -> to.received(from, it);
            case Frame.Ask it -> to.asked(from, it);
            case Frame.Skip it -> to.skipped(from, it);
            case Frame.Volatile it -> throw new AssertionError(it);
            case Frame.Beat it -> throw new AssertionError(it);
            case Frame.Bell it -> throw new AssertionError(it);
        }
    }

    private NotifyBatch batch(ReplicaId from) {
        return new NotifyBatch(Objects.requireNonNull(sealers.get(from)));
    }

    private OrderedTraffic traffic() {
        return new OrderedTraffic(
                metrics, clock::get, () -> {}, (from, frame) -> heard.add(Replica.text(frame.payload())), gaps::add);
    }
}
