package io.trashpong.bus;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double up to a bound, each jittered down to its half at most, so that many replicas do not come at once. */
final class Backoff {
    private final long firstMillis;
    private final long mostMillis;
    private long nextMillis;

    Backoff(Duration first, Duration most) {
        firstMillis = first.toMillis();
        mostMillis = most.toMillis();
        nextMillis = firstMillis;
    }

    long nextMillis() {
        long pause = nextMillis;
        nextMillis = Math.min(mostMillis, 2 * pause);
        return ThreadLocalRandom.current().nextLong(pause / 2, pause + 1);
    }

    void reset() {
        nextMillis = firstMillis;
    }
}
