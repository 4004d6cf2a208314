package io.trashpong.games.pong;

/**
 * The directions a ball may take: 33 steps of 3.75 degrees from -60 (up) to +60 (down), 0 being level.
 *
 * <p>Sines and cosines are tables, rounded to 1/65536, because no two platforms promise the same last bit of a
 * trigonometric function.
 */
final class Angles {
    /** The steepest step; steps go from {@code -STEEPEST} to {@code STEEPEST}. */
    static final int STEEPEST = 16;

    private static final long SCALE = 65_536;

    /** {@code round(65536 * sin(3.75 degrees * step))}. */
    private static final long[] SINE = {
        0, 4286, 8554, 12785, 16962, 21066, 25080, 28986, 32768, 36410, 39896, 43211, 46341, 49273, 51993, 54491, 56756
    };

    /** {@code round(65536 * cos(3.75 degrees * step))}. */
    private static final long[] COSINE = {
        65536, 65396, 64975, 64277, 63303, 62058, 60547, 58777, 56756, 54491, 51993, 49273, 46341, 43211, 39896, 36410,
        32768
    };

    private Angles() {}

    /**
     * @param offset ball centre minus paddle centre in su, from {@code -REACH} to {@code REACH}
     * @return the step; each covers an equal share of the reach, the middle one being level
     */
    static int stepFor(long offset) {
        long steps = 2 * STEEPEST + 1;
        long reach = 2 * Court.REACH + 1;
        // Rounded by size, so that a hit above the middle and one below it mirror each other to the last su.
        int size = (int) Math.floorDiv(2 * steps * Math.abs(offset) + reach, 2 * reach);
        return offset < 0 ? -size : size;
    }

    /** @return the x velocity in su per second of a ball at this speed and step that flies to that seat */
    static long vx(long speed, int step, Seat towards) {
        long size = Math.floorDiv(speed * COSINE[Math.abs(step)], SCALE);
        return towards == Seat.RIGHT ? size : -size;
    }

    /** @return the y velocity in su per second of a ball at this speed and step; up and down mirror each other */
    static long vy(long speed, int step) {
        long size = Math.floorDiv(speed * SINE[Math.abs(step)], SCALE);
        return step < 0 ? -size : size;
    }
}
