package io.trashpong.games.pong;

/** The measures of the court. Lengths are in su (1/1024 court unit), speeds in su per second, times in microseconds. */
public final class Court {
    /** How many su make one court unit, the unit people draw and talk in. */
    public static final long SU_PER_UNIT = 1024;

    public static final long MICROS_PER_SECOND = 1_000_000;

    public static final long WIDTH = 2048 * SU_PER_UNIT;
    public static final long HEIGHT = 1024 * SU_PER_UNIT;
    public static final long CENTRE_X = WIDTH / 2;
    public static final long CENTRE_Y = HEIGHT / 2;

    public static final long BALL_RADIUS = 20 * SU_PER_UNIT;
    public static final long PADDLE_HALF = 104 * SU_PER_UNIT;
    public static final long PADDLE_SPEED = 1100 * SU_PER_UNIT;

    /** The ball's centre stays within these two, the walls' planes moved in by its radius. */
    public static final long BALL_TOP = BALL_RADIUS;

    public static final long BALL_BOTTOM = HEIGHT - BALL_RADIUS;

    /** A paddle's centre stays within these two. */
    public static final long PADDLE_TOP = PADDLE_HALF;

    public static final long PADDLE_BOTTOM = HEIGHT - PADDLE_HALF;

    /** The farthest that ball and paddle centres may be apart, along y, for a hit. */
    public static final long REACH = PADDLE_HALF + BALL_RADIUS;

    /** Where the ball's centre is when the ball touches the left paddle's face. */
    public static final long LEFT_X = 72 * SU_PER_UNIT + BALL_RADIUS;

    public static final long RIGHT_X = WIDTH - LEFT_X;

    private Court() {}

    /** @return the x at which the ball's centre reaches that seat's paddle */
    public static long planeX(Seat seat) {
        return switch (seat) {
            case LEFT -> LEFT_X;
            case RIGHT -> RIGHT_X;
        };
    }
}
