package io.trashpong.games.pong;

/** The first leg of a rally: from the middle of the court, height and angle by dice, to the one who conceded. */
public final class Serve {
    private static final int DRAW_HEIGHT = 0;
    private static final int DRAW_ANGLE = 1;
    private static final int DRAW_SIDE = 2;

    /** A serve is at most 30 degrees steep, eight steps of {@link Angles}. */
    private static final int STEEPEST_SERVE = 8;

    private Serve() {}

    /** @return whom the very first serve of the match flies to */
    public static Seat firstTowards(int matchSeed) {
        return Seat.of((int) Dice.roll(matchSeed, 0, DRAW_SIDE, 2));
    }

    /**
     * @param matchSeed the match's dice
     * @param point points played before this serve; a point served again (a let) is the same ball again
     * @param leg number of the leg
     * @param t0 room time of the serve, microseconds
     * @param towards the defender
     */
    public static BallLeg leg(int matchSeed, int point, int leg, long t0, Seat towards) {
        long y = Court.HEIGHT / 4 + Dice.roll(matchSeed, point, DRAW_HEIGHT, Court.HEIGHT / 2);
        int step = (int) Dice.roll(matchSeed, point, DRAW_ANGLE, 2 * STEEPEST_SERVE + 1) - STEEPEST_SERVE;
        long speed = Speeds.afterHits(0);
        return new BallLeg(leg, t0, Court.CENTRE_X, y, Angles.vx(speed, step, towards), Angles.vy(speed, step), 0);
    }
}
