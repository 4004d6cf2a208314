package io.trashpong.games.pong;

/**
 * What the room has measured of a player's line. All in microseconds.
 *
 * @param rttMedian median round trip, for the receipt
 * @param jitter spread of the round trip, for the receipt
 * @param oneWayP95 95th percentile of half a round trip; it decides how long the referee waits for this player
 */
public record Line(long rttMedian, long jitter, long oneWayP95) {
    /** The referee never waits longer than this for anybody. */
    public static final long MAX_CAP = 150_000;

    /** What a message may need beyond the measured 95th percentile. */
    public static final long MARGIN = 20_000;

    /** Before the first measurement a player gets the benefit of the doubt. */
    public static final Line UNMEASURED = new Line(0, 0, MAX_CAP);

    public Line {
        if (rttMedian < 0 || jitter < 0 || oneWayP95 < 0) {
            throw new IllegalArgumentException("no line: " + rttMedian + ", " + jitter + ", " + oneWayP95);
        }
    }

    /** @return the oldest a message of this player may be and still count as of its own stamp */
    public long cap() {
        return Math.min(MAX_CAP, oneWayP95 + MARGIN);
    }

    /**
     * @return the lag credit that comes back with each leg. It is less than the cap: one late message is granted the
     *     whole margin, a habit of late messages only half of it.
     */
    long refill() {
        return Math.min(MAX_CAP, oneWayP95 + MARGIN / 2);
    }
}
