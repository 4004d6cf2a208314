package io.trashpong.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the bus counts:
 *
 * <ul>
 *   <li>{@code trashpong.bus.listening}: 1 while this replica hears its own beat
 *   <li>{@code trashpong.bus.reconnects}: times both connections were given up
 *   <li>{@code trashpong.bus.notify.frames}, {@code .payloads}: of each notifying statement
 *   <li>{@code trashpong.bus.notify.failures}: statements that failed
 *   <li>{@code trashpong.bus.volatile.waiting}, {@code .dropped}, {@code .coalesced}: the volatile queue
 *   <li>{@code trashpong.bus.ordered.ring.bytes}: kept for replay, all receivers together
 *   <li>{@code trashpong.bus.ordered.replays}: requests of receivers that missed frames
 *   <li>{@code trashpong.bus.ordered.duplicates}: frames ignored as seen before
 *   <li>{@code trashpong.bus.ordered.gaps}: times frames of a sender were lost for good
 *   <li>{@code trashpong.bus.strangers}: payloads on this replica's channels that no replica sealed for them
 *   <li>{@code trashpong.bus.replayed}: sealed payloads that came a second time, or in this replica's name from elsewhere
 *   <li>{@code trashpong.bus.listener.failures}: exceptions of topic listeners
 *   <li>{@code trashpong.bus.durable.taken}, {@code .failures}: durable events handled; batches that failed
 *   <li>{@code trashpong.bus.notification.queue.usage}: of Postgres, 0 to 1, looked at every 30 s
 * </ul>
 */
final class BusMetrics {
    final AtomicInteger listening = new AtomicInteger();
    final AtomicInteger volatileWaiting = new AtomicInteger();
    final AtomicLong ringBytes = new AtomicLong();
    final AtomicLong queueUsagePermille = new AtomicLong();

    final Counter reconnects;
    final DistributionSummary batchFrames;
    final DistributionSummary batchPayloads;
    final Counter notifyFailures;
    final Counter volatileDropped;
    final Counter volatileCoalesced;
    final Counter replays;
    final Counter duplicates;
    final Counter gaps;
    final Counter strangers;
    final Counter replayed;
    final Counter listenerFailures;
    final Counter durableTaken;
    final Counter durableFailures;

    BusMetrics(MeterRegistry registry) {
        registry.gauge("trashpong.bus.listening", listening);
        registry.gauge("trashpong.bus.volatile.waiting", volatileWaiting);
        registry.gauge("trashpong.bus.ordered.ring.bytes", ringBytes);
        registry.gauge("trashpong.bus.notification.queue.usage", queueUsagePermille, usage -> usage.get() / 1_000.0);
        reconnects = registry.counter("trashpong.bus.reconnects");
        batchFrames = registry.summary("trashpong.bus.notify.frames");
        batchPayloads = registry.summary("trashpong.bus.notify.payloads");
        notifyFailures = registry.counter("trashpong.bus.notify.failures");
        volatileDropped = registry.counter("trashpong.bus.volatile.dropped");
        volatileCoalesced = registry.counter("trashpong.bus.volatile.coalesced");
        replays = registry.counter("trashpong.bus.ordered.replays");
        duplicates = registry.counter("trashpong.bus.ordered.duplicates");
        gaps = registry.counter("trashpong.bus.ordered.gaps");
        strangers = registry.counter("trashpong.bus.strangers");
        replayed = registry.counter("trashpong.bus.replayed");
        listenerFailures = registry.counter("trashpong.bus.listener.failures");
        durableTaken = registry.counter("trashpong.bus.durable.taken");
        durableFailures = registry.counter("trashpong.bus.durable.failures");
    }
}
