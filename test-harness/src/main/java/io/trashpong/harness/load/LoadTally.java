package io.trashpong.harness.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What all players of a run have counted together. Changed on the generator's one event loop only. */
final class LoadTally {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);
    private static final int DIGITS = 3;

    /** Microseconds from the time an aim was to be sent to its arrival at the other player. */
    final Histogram latency = new Histogram(LONGEST_MICROS, DIGITS);

    /** From the clients and to them. */
    record Bytes(long out, long in) {}

    private boolean measuring;
    private long bytesOut;
    private long bytesIn;
    private long refused;
    private long closed;

    /** From now on arrivals count. */
    void measure() {
        measuring = true;
    }

    /** Of the WebSocket, headers and mask included, TCP's own left out. */
    void sent(int payload) {
        bytesOut += payload + (payload < 126 ? 6 : 8);
    }

    /** As for {@link #sent}; a server does not mask. */
    void received(int payload) {
        bytesIn += payload + (payload < 126 ? 2 : 4);
    }

    void arrived(long nanos) {
        if (measuring) {
            latency.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST_MICROS));
        }
    }

    void refused() {
        refused++;
    }

    void closed() {
        closed++;
    }

    Bytes bytes() {
        return new Bytes(bytesOut, bytesIn);
    }

    long refusals() {
        return refused;
    }

    long closes() {
        return closed;
    }
}
