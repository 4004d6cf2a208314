package io.trashpong.relay.room;

/** How often one member, or all spectators together, may do something: a token bucket. */
final class RateLimit {
    private final long refill;
    private long fullAt;

    /** @param burst so many at once, refilled over {@link RoomLimits#RATE_WINDOW} */
    RateLimit(int burst) {
        refill = RoomLimits.RATE_WINDOW / burst;
    }

    long fullAt() {
        return fullAt;
    }

    void goOn(long from) {
        fullAt = from;
    }

    /** @return whether one more is allowed now; if so it is counted */
    boolean take(long now) {
        long from = Math.max(fullAt, now);
        if (from + refill > now + RoomLimits.RATE_WINDOW) {
            return false;
        }
        fullAt = from + refill;
        return true;
    }
}
