package io.trashpong.bus;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Frames that may be lost, waiting for the next statement. A newer frame takes the place of a waiting one with the same
 * channel, topic and key; past the bounds the one that waits longest is dropped. Used on the bus's event loop only.
 */
final class VolatileQueue implements Outlet {
    private final BusMetrics metrics;
    private final int maxWaiting;
    private final int maxBytes;
    private final SequencedMap<Slot, Frame> waiting = new LinkedHashMap<>();
    private int bytes;
    private int drained;

    VolatileQueue(BusMetrics metrics) {
        this(metrics, BusLimits.MAX_VOLATILE_WAITING, BusLimits.MAX_VOLATILE_BYTES);
    }

    VolatileQueue(BusMetrics metrics, int maxWaiting, int maxBytes) {
        this.metrics = metrics;
        this.maxWaiting = maxWaiting;
        this.maxBytes = maxBytes;
    }

    private record Slot(String channel, String topic, String key) {}

    void add(String channel, String key, Frame.Volatile frame) {
        put(new Slot(channel, frame.topic(), key), frame);
    }

    /** To all replicas, once for all rings while it waits. */
    void add(Frame.Bell bell) {
        put(new Slot(Channels.ALL, "", bell.topic()), bell);
    }

    @Override
    public void drainTo(NotifyBatch batch) {
        drained = 0;
        while (batch.hasRoom()) {
            var next = waiting.pollFirstEntry();
            if (next == null) {
                break;
            }
            bytes -= cost(next.getValue());
            drained++;
            batch.add(next.getKey().channel(), next.getValue());
        }
        metrics.volatileWaiting.set(waiting.size());
    }

    @Override
    public void uncertain() {
        metrics.volatileDropped.increment(drained);
        drained = 0;
    }

    int size() {
        return waiting.size();
    }

    private void put(Slot slot, Frame frame) {
        var replaced = waiting.put(slot, frame);
        bytes += cost(frame);
        if (replaced != null) {
            bytes -= cost(replaced);
            metrics.volatileCoalesced.increment();
        }
        while (waiting.size() > maxWaiting || bytes > maxBytes) {
            bytes -= cost(waiting.pollFirstEntry().getValue());
            metrics.volatileDropped.increment();
        }
        metrics.volatileWaiting.set(waiting.size());
    }

    private static int cost(Frame frame) {
        return BusLimits.FRAME_OVERHEAD + (frame instanceof Frame.Volatile it ? it.payload().length : 0);
    }
}
