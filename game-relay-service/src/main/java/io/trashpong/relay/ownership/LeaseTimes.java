package io.trashpong.relay.ownership;

import java.time.Duration;

/**
 * How long a replica rules without a word to Postgres.
 *
 * @param term of a lease. Longer than a pause for garbage collection, shorter than players wait for
 * @param beat between two renewals
 * @param settled how long a replica must have held lock and lease itself before it may hold others for dead: after
 *     Postgres was away, the living reconnect and renew within it
 */
public record LeaseTimes(Duration term, Duration beat, Duration settled) {
    public static final LeaseTimes STANDARD =
            new LeaseTimes(Duration.ofSeconds(3), Duration.ofMillis(750), Duration.ofMillis(2_500));

    public LeaseTimes {
        if (!beat.isPositive() || term.compareTo(beat.multipliedBy(2)) < 0 || settled.isNegative()) {
            throw new IllegalArgumentException("a lease of " + term + " can't be kept by a beat of " + beat);
        }
    }
}
