package io.trashpong.games.pong;

/**
 * A paddle's track from its last aim on: it moves towards its target at {@link Court#PADDLE_SPEED} and stops there.
 *
 * @param t0 room time of the aim, microseconds; before it the paddle is at {@code y0}
 * @param y0 the paddle centre's y at {@code t0}, su
 * @param target where the centre is going, su
 */
public record Paddle(long t0, long y0, long target) {
    /** No paddle needs longer from end to end; it keeps every product below 2^53 however long a paddle has rested. */
    private static final long LONGEST_WAY =
            Math.ceilDiv((Court.PADDLE_BOTTOM - Court.PADDLE_TOP) * Court.MICROS_PER_SECOND, Court.PADDLE_SPEED);

    public Paddle {
        if (t0 < 0 || y0 != clamped(y0) || target != clamped(target)) {
            throw new IllegalArgumentException("no paddle: t0 " + t0 + ", y0 " + y0 + ", target " + target);
        }
    }

    /** @return a paddle that rests in the middle from that room time on */
    public static Paddle centred(long t) {
        return new Paddle(t, Court.CENTRE_Y, Court.CENTRE_Y);
    }

    /** @return the centre's y in su at that room time */
    public long yAt(long t) {
        long moving = Math.clamp(t - t0, 0, LONGEST_WAY);
        long way = Math.min(Math.abs(target - y0), Math.floorDiv(Court.PADDLE_SPEED * moving, Court.MICROS_PER_SECOND));
        return target < y0 ? y0 - way : y0 + way;
    }

    /** @return the track after an aim at that room time; a target off the court is moved to the nearest end */
    public Paddle aim(long t, long newTarget) {
        return new Paddle(t, yAt(t), clamped(newTarget));
    }

    /** @return the track of a paddle that stops where it is at that room time */
    public Paddle stop(long t) {
        return aim(t, yAt(t));
    }

    private static long clamped(long y) {
        return Math.clamp(y, Court.PADDLE_TOP, Court.PADDLE_BOTTOM);
    }
}
