package io.trashpong.bus;

import java.time.Duration;

/** Ordered frames to one receiver: numbered, sent in order, and kept in a bounded ring to be sent again. */
final class OutgoingStream {
    private final FrameRing ring;
    private final long createdAt;
    private int ringBytes;
    private long nextSent;
    private long nextCommitted;
    private boolean skipDue;

    /**
     * @param first the first number; a receiver that expected a lower one is told of a gap
     * @param createdAt in {@link System#nanoTime}
     */
    OutgoingStream(long first, long createdAt) {
        this.createdAt = createdAt;
        ring = new FrameRing(first);
        nextSent = first;
        nextCommitted = first;
    }

    void append(String topic, byte[] payload) {
        ring.append(new Frame.Ordered(topic, ring.next(), payload));
        ringBytes += cost(payload);
        while (ringBytes > BusLimits.MAX_RING_BYTES) {
            removeOldest();
        }
    }

    void drainTo(NotifyBatch batch, String channel) {
        if (nextSent < ring.oldest()) {
            nextSent = ring.oldest();
            skipDue = true;
        }
        if (skipDue && batch.hasRoom()) {
            skipDue = false;
            batch.add(channel, new Frame.Skip(nextSent));
        }
        for (var frame = ring.find(nextSent); frame != null && batch.hasRoom(); frame = ring.find(nextSent)) {
            batch.add(channel, frame);
            nextSent++;
        }
    }

    /** Whether the next statement has something to take. */
    boolean isWaiting() {
        return skipDue || nextSent < ring.next();
    }

    void committed() {
        nextCommitted = nextSent;
    }

    /** All since the last commit is sent once more; the receiver ignores what it has. */
    void uncertain() {
        nextSent = Math.min(nextSent, nextCommitted);
    }

    /** The receiver misses frames. Numbers never given are ignored. */
    void replayFrom(long number) {
        if (number >= 1 && number < ring.next()) {
            nextSent = Math.min(nextSent, number);
            nextCommitted = Math.min(nextCommitted, nextSent);
            skipDue |= number < ring.oldest();
        }
    }

    boolean isOlderThan(Duration age, long now) {
        return now - createdAt > age.toNanos();
    }

    /** Frees the ring; the numbers stay. */
    void forget() {
        ring.clear();
        ringBytes = 0;
    }

    /** The last number sent, 0 for none. */
    long lastSent() {
        return nextSent - 1;
    }

    long lastGiven() {
        return ring.next() - 1;
    }

    int ringBytes() {
        return ringBytes;
    }

    private void removeOldest() {
        var removed = ring.removeOldest();
        if (removed != null) {
            ringBytes -= cost(removed.payload());
        }
    }

    private static int cost(byte[] payload) {
        return payload.length + BusLimits.FRAME_OVERHEAD;
    }
}
