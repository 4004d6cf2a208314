package io.trashpong.harness.faults.promise;

import org.HdrHistogram.Histogram;

/** Measured durations, and their percentiles in milliseconds. */
public final class Durations {
    private static final long MOST_MICROS = 120_000_000;

    private final Histogram micros = new Histogram(MOST_MICROS, 3);
    private int missing;

    /** @param from and {@code to} by the nano clock; a negative {@code to} says that it never came */
    public synchronized void add(long from, long to) {
        if (to < 0) {
            missing++;
        } else {
            micros.recordValue(Math.clamp((to - from) / 1_000, 0, MOST_MICROS));
        }
    }

    synchronized void addMicros(long value) {
        micros.recordValue(Math.clamp(value, 0, MOST_MICROS));
    }

    /** -1 when something that was waited for never came. */
    public synchronized double millis(double percentile) {
        return missing > 0 ? -1 : micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    public synchronized double most() {
        return millis(100);
    }

    public synchronized long count() {
        return micros.getTotalCount() + missing;
    }
}
