package io.trashpong.relay.ownership;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * Whether this process may still rule what it ruled, by its own monotonic clock. Time in which it did not run, stopped or
 * starved, may have cost it its lease; then a new term begins, and nothing of the terms before may be acted on. Time in
 * which it ran and Postgres was silent costs nothing: nobody can take a room without Postgres, and what was taken while
 * only this replica was cut off is seen at the next renewal, and fenced by the epoch until then. From any thread.
 */
public final class Lease {
    /** How often {@link #tick} is to be called. */
    static final long TICK_MS = 250;
    /** Ticks this far apart mean that the process did not run. */
    private static final long STALL_NANOS = 4 * TICK_MS * 1_000_000;

    private final LongSupplier nanoTime;
    private final long lengthNanos;
    private final List<Runnable> onLost = new CopyOnWriteArrayList<>();
    private volatile long renewedAt;
    private volatile long tickedAt;
    private volatile long term = 1;

    public Lease(LongSupplier nanoTime, LeaseTimes times) {
        this.nanoTime = nanoTime;
        this.lengthNanos = times.term().toNanos();
        renewedAt = nanoTime.getAsLong();
        tickedAt = renewedAt;
    }

    /** Told when a term is over, on whichever thread noticed it first. */
    public void onLost(Runnable listener) {
        boolean _ = onLost.add(listener);
    }

    /** The term that runs now. To be compared, before acting, with the one under which a right was won. */
    public long term() {
        long now = nanoTime.getAsLong();
        if (now - tickedAt > STALL_NANOS && now - renewedAt > lengthNanos) {
            end(now);
        }
        return term;
    }

    void tick() {
        long _ = term();
        tickedAt = nanoTime.getAsLong();
    }

    /** On the clock that all this is reckoned by. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** @param askedAt when the renewal was sent: Postgres counted from then at the earliest */
    void renewed(long askedAt) {
        renewedAt = askedAt;
    }

    boolean hasRunOutAt(long time) {
        return time - renewedAt > lengthNanos;
    }

    private void end(long now) {
        synchronized (this) {
            if (now - tickedAt <= STALL_NANOS) {
                return;
            }
            term++;
            tickedAt = now;
        }
        onLost.forEach(Runnable::run);
    }
}
