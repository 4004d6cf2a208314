package io.trashpong.games.pong;

/**
 * The ball's flight from one touch to the next, as a function of time. Walls are folded in analytically (a triangle
 * wave), so a wall is no event; the leg ends at its {@link #crossingTime()}.
 *
 * @param leg number of this leg in the match, from 1, growing by one
 * @param t0 room time at which it begins, microseconds; before it the ball rests at its start
 * @param x0 start, su
 * @param y0 start, su, within the walls
 * @param vx su per second, positive to the right, never 0
 * @param vy su per second, positive downwards, before any wall
 * @param hits paddle hits since the serve, at most {@link #MAX_HITS}; it decides the speed after the next hit
 */
public record BallLeg(int leg, long t0, long x0, long y0, long vx, long vy, int hits) {
    /** One byte on the wire. The speed has reached its cap long before, so counting on would change nothing. */
    public static final int MAX_HITS = 255;

    /** Positions are computed up to an hour into a leg; it keeps every product below 2^53 whatever time is asked for. */
    static final long LONGEST_FLIGHT = 3_600 * Court.MICROS_PER_SECOND;

    public BallLeg {
        require(leg >= 1, "leg", leg);
        require(t0 >= 0, "t0", t0);
        require(x0 >= Court.LEFT_X && x0 <= Court.RIGHT_X, "x0", x0);
        require(y0 >= Court.BALL_TOP && y0 <= Court.BALL_BOTTOM, "y0", y0);
        require(vx != 0 && Math.abs(vx) <= Speeds.TOP, "vx", vx);
        require(Math.abs(vy) <= Speeds.TOP, "vy", vy);
        require(hits >= 0 && hits <= MAX_HITS, "hits", hits);
    }

    /** @return the seat this ball flies to */
    public Seat defender() {
        return vx < 0 ? Seat.LEFT : Seat.RIGHT;
    }

    /** @return the first room time, in microseconds, at which the ball's centre is at or past the defender's plane */
    public long crossingTime() {
        long distance = Math.abs(Court.planeX(defender()) - x0);
        return t0 + Math.ceilDiv(distance * Court.MICROS_PER_SECOND, Math.abs(vx));
    }

    /** @return the ball centre's x in su at that room time; a missed ball flies on past the plane and off the court */
    public long xAt(long t) {
        return x0 + Math.floorDiv(vx * flown(t), Court.MICROS_PER_SECOND);
    }

    /** @return the ball centre's y in su at that room time, folded between the walls */
    public long yAt(long t) {
        long span = Court.BALL_BOTTOM - Court.BALL_TOP;
        long unfolded = y0 - Court.BALL_TOP + Math.floorDiv(vy * flown(t), Court.MICROS_PER_SECOND);
        long phase = Math.floorMod(unfolded, 2 * span);
        return Court.BALL_TOP + (phase <= span ? phase : 2 * span - phase);
    }

    /** @return the same flight, beginning that many microseconds later */
    public BallLeg delayedBy(long micros) {
        return new BallLeg(leg, t0 + micros, x0, y0, vx, vy, hits);
    }

    private long flown(long t) {
        return Math.clamp(t - t0, 0, LONGEST_FLIGHT);
    }

    private static void require(boolean holds, String field, long value) {
        if (!holds) {
            throw new IllegalArgumentException(field + " out of range: " + value);
        }
    }
}
