package io.trashpong.games.pong;

/** What became of a ball when it reached the defender's paddle. It depends on the leg and the defender's track only. */
public sealed interface Verdict {

    /**
     * @param offset ball centre minus paddle centre in su; it chose the new angle
     * @param next the leg that begins at this crossing
     */
    record Hit(long offset, BallLeg next) implements Verdict {}

    /** @param scorer who gets the point */
    record Miss(Seat scorer) implements Verdict {}

    /**
     * @param leg the ball that came in
     * @param defence the defender's track, final up to the leg's crossing time
     */
    static Verdict of(BallLeg leg, Paddle defence) {
        long crossing = leg.crossingTime();
        long y = leg.yAt(crossing);
        long offset = y - defence.yAt(crossing);
        Seat attacker = leg.defender().opponent();
        if (Math.abs(offset) > Court.REACH) {
            return new Miss(attacker);
        }
        int hits = Math.min(leg.hits() + 1, BallLeg.MAX_HITS);
        int step = Angles.stepFor(offset);
        long speed = Speeds.afterHits(hits);
        long x = Court.planeX(leg.defender());
        return new Hit(
                offset,
                new BallLeg(
                        leg.leg() + 1, crossing, x, y, Angles.vx(speed, step, attacker), Angles.vy(speed, step), hits));
    }
}
