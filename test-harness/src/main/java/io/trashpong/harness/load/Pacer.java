package io.trashpong.harness.load;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * When each aim is to be sent: open-loop, at times that stand before the run and do not move however late the system or this
 * generator is, so that no wait is omitted from what is measured. The players take turns, spread evenly over a period, at whole
 * milliseconds.
 */
final class Pacer {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long start;
    private final int rate;
    private final int players;
    private final long aims;
    private long next;

    /** What has an aim to send. */
    @FunctionalInterface
    interface Sender {
        /** @param intendedAt nano clock; in the past when sender or system are late */
        void send(long intendedAt);
    }

    /**
     * @param start nano clock
     * @param rate aims a second of each player
     * @param each how many aims each player sends in all
     */
    Pacer(long start, int rate, int players, int each) {
        this.start = start;
        this.rate = rate;
        this.players = players;
        this.aims = (long) each * players;
    }

    /** Sends all that is due. */
    void send(List<? extends Sender> senders, long now) {
        for (; next < aims && at(next) <= now; next++) {
            senders.get((int) (next % players)).send(at(next));
        }
    }

    boolean isDone() {
        return next >= aims;
    }

    private long at(long turn) {
        long exact = Math.round((double) turn * SECOND / ((long) rate * players));
        return start + Math.ceilDiv(exact, MILLI) * MILLI;
    }
}
