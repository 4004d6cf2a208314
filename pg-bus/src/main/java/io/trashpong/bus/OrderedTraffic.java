package io.trashpong.bus;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** All ordered streams of this replica, both ways. Used on the bus's event loop only. */
final class OrderedTraffic implements Outlet {
    private final BusMetrics metrics;
    private final LongSupplier nanoTime;
    private final Runnable wake;
    private final BiConsumer<ReplicaId, Frame.Ordered> deliver;
    private final Consumer<ReplicaId> gap;

    private final SequencedMap<ReplicaId, OutgoingStream> outgoing = recentlyUsed();
    private final SequencedMap<ReplicaId, IncomingStream> incoming = recentlyUsed();
    private final Map<ReplicaId, Long> asks = new LinkedHashMap<>();
    /** New streams begin above all numbers of the forgotten ones, so a returning receiver sees a gap, not doubles. */
    private long lastForgotten;

    /**
     * @param wake asks for a notifying statement
     * @param deliver gets the next frame of a sender
     * @param gap is told which sender's frames are lost for good
     */
    OrderedTraffic(
            BusMetrics metrics,
            LongSupplier nanoTime,
            Runnable wake,
            BiConsumer<ReplicaId, Frame.Ordered> deliver,
            Consumer<ReplicaId> gap) {
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        this.wake = wake;
        this.deliver = deliver;
        this.gap = gap;
    }

    void send(ReplicaId to, String topic, byte[] payload) {
        var stream = outgoing.get(to);
        if (stream == null) {
            if (outgoing.size() >= BusLimits.MAX_PEERS) {
                forgetEldest();
            }
            stream = new OutgoingStream(lastForgotten + 1, nanoTime.getAsLong());
            outgoing.put(to, stream);
        }
        int before = stream.ringBytes();
        stream.append(topic, payload);
        metrics.ringBytes.addAndGet(stream.ringBytes() - before);
        wake.run();
    }

    void received(ReplicaId from, Frame.Ordered frame) {
        var stream = streamOf(from);
        switch (stream.arrived(frame.number())) {
            case NEXT -> deliver.accept(from, frame);
            case DUPLICATE -> metrics.duplicates.increment();
            case EARLY -> ask(from, stream);
        }
    }

    /** A beat of {@code from} carried the last number it sent to this replica. */
    void announced(ReplicaId from, long lastSent) {
        var stream = streamOf(from);
        if (stream.misses(lastSent)) {
            ask(from, stream);
        }
    }

    void skipped(ReplicaId from, Frame.Skip skip) {
        if (streamOf(from).skipTo(skip.next())) {
            metrics.gaps.increment();
            gap.accept(from);
        }
    }

    void asked(ReplicaId from, Frame.Ask ask) {
        var stream = outgoing.get(from);
        if (stream != null) {
            metrics.replays.increment();
            stream.replayFrom(ask.from());
            wake.run();
        }
    }

    /** Nothing is kept for receivers that are silent for long. */
    void forgetRingsExcept(Set<ReplicaId> heard) {
        long now = nanoTime.getAsLong();
        outgoing.forEach((to, stream) -> {
            if (!heard.contains(to) && stream.isOlderThan(BusLimits.RING_KEPT, now)) {
                metrics.ringBytes.addAndGet(-stream.ringBytes());
                stream.forget();
            }
        });
    }

    /** The last number sent to each receiver; to those used longest ago only as far as a beat can carry. */
    Map<ReplicaId, Long> lastSent() {
        var sent = new HashMap<ReplicaId, Long>();
        for (var stream : outgoing.sequencedEntrySet().reversed()) {
            if (sent.size() >= BusLimits.MAX_BEAT_RECEIVERS) {
                break;
            }
            sent.put(stream.getKey(), stream.getValue().lastSent());
        }
        return sent;
    }

    @Override
    public void drainTo(NotifyBatch batch) {
        asks.forEach((to, from) -> batch.add(Channels.inbox(to), new Frame.Ask(from)));
        asks.clear();
        outgoing.forEach((to, stream) -> {
            if (stream.isWaiting()) {
                stream.drainTo(batch, Channels.inbox(to));
            }
        });
        if (outgoing.values().stream().anyMatch(OutgoingStream::isWaiting)) {
            wake.run();
        }
    }

    @Override
    public void committed() {
        outgoing.values().forEach(OutgoingStream::committed);
    }

    @Override
    public void uncertain() {
        outgoing.values().forEach(OutgoingStream::uncertain);
    }

    private void ask(ReplicaId from, IncomingStream stream) {
        stream.ask(nanoTime.getAsLong()).ifPresent(number -> {
            asks.put(from, number);
            wake.run();
        });
    }

    private IncomingStream streamOf(ReplicaId from) {
        var stream = incoming.get(from);
        if (stream == null) {
            if (incoming.size() >= BusLimits.MAX_PEERS) {
                incoming.pollFirstEntry();
            }
            stream = new IncomingStream();
            incoming.put(from, stream);
        }
        return stream;
    }

    private void forgetEldest() {
        var eldest = outgoing.pollFirstEntry();
        if (eldest != null) {
            metrics.ringBytes.addAndGet(-eldest.getValue().ringBytes());
            lastForgotten = Math.max(lastForgotten, eldest.getValue().lastGiven());
        }
    }

    /** Iterates from the one used longest ago. */
    private static <V> SequencedMap<ReplicaId, V> recentlyUsed() {
        return new LinkedHashMap<>(16, 0.75f, true);
    }
}
