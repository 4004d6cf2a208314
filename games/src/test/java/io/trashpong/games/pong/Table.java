package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;

/** A referee at work in a test, and short ways to ask it. */
final class Table {
    static final long SECOND = Court.MICROS_PER_SECOND;
    static final int MATCH_SEED = 1972;

    /** A line with a p95 of 30 ms one way, so a cap of 50 ms. */
    static final Line GOOD = new Line(40_000, 5_000, 30_000);

    static final long GOOD_CAP = 50_000;

    final Referee referee = Referee.open(MATCH_SEED, 0, GOOD, GOOD);

    BallLeg ball() {
        return referee.ball().orElseThrow();
    }

    void serve(long at) {
        BallLeg served = referee.serve(at);
        assertEquals(served, ball());
    }

    /** Lets the defender hit the ball in flight. */
    void returnBall() {
        moveIntoTheWay();
        assertInstanceOf(Verdict.Hit.class, commit().verdict());
    }

    /** Lets the defender miss the ball in flight. */
    Ruling.VerdictReached missBall() {
        moveOutOfTheWay();
        Ruling.VerdictReached ruling = commit();
        assertInstanceOf(Verdict.Miss.class, ruling.verdict());
        return ruling;
    }

    /** Sends the defender to where the ball will come, in time and with no lag. */
    void moveIntoTheWay() {
        aimAtServe(ball().yAt(ball().crossingTime()));
    }

    /** Sends the defender away from the ball, in time and with no lag. */
    void moveOutOfTheWay() {
        boolean comesAbove = ball().yAt(ball().crossingTime()) < Court.CENTRE_Y;
        aimAtServe(comesAbove ? Court.PADDLE_BOTTOM : Court.PADDLE_TOP);
    }

    private void aimAtServe(long target) {
        BallLeg leg = ball();
        List<Ruling> rulings = referee.aim(leg.defender(), leg.t0(), target, leg.t0());
        assertInstanceOf(Ruling.AimAccepted.class, rulings.getLast());
    }

    /** Lets the defender commit to the ball in flight at its crossing, with no lag. */
    Ruling.VerdictReached commit() {
        BallLeg leg = ball();
        long crossing = leg.crossingTime();
        return verdictIn(referee.commit(leg.defender(), leg.leg(), crossing, crossing))
                .orElseThrow();
    }

    /** Serves and lets the receiver miss. */
    Ruling.VerdictReached losePoint(long at) {
        serve(at);
        return missBall();
    }

    static Optional<Ruling.VerdictReached> verdictIn(List<Ruling> rulings) {
        return rulings.stream()
                .filter(Ruling.VerdictReached.class::isInstance)
                .map(Ruling.VerdictReached.class::cast)
                .findFirst();
    }

    static List<Ruling> refused(Seat seat, Ruling.Reason reason) {
        return List.of(new Ruling.Refused(seat, reason));
    }
}
