package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VerdictTest {
    private static final BallLeg LEVEL = new BallLeg(3, 0, Court.LEFT_X, Court.CENTRE_Y, Speeds.afterHits(2), 0, 2);

    @Example
    void a_ball_that_just_touches_the_end_of_the_paddle_is_hit() {
        Verdict.Hit hit = assertInstanceOf(Verdict.Hit.class, Verdict.of(LEVEL, resting(Court.CENTRE_Y - Court.REACH)));
        assertEquals(Court.REACH, hit.offset());
    }

    @Example
    void a_ball_one_su_farther_is_missed_and_the_attacker_scores() {
        assertEquals(new Verdict.Miss(Seat.LEFT), Verdict.of(LEVEL, resting(Court.CENTRE_Y - Court.REACH - 1)));
    }

    @Example
    void a_hit_in_the_middle_returns_level_and_faster() {
        Verdict.Hit hit = assertInstanceOf(Verdict.Hit.class, Verdict.of(LEVEL, resting(Court.CENTRE_Y)));
        long crossing = LEVEL.crossingTime();
        assertEquals(new BallLeg(4, crossing, Court.RIGHT_X, Court.CENTRE_Y, -Speeds.afterHits(3), 0, 3), hit.next());
    }

    @Property
    void a_hit_sends_the_ball_back_from_where_it_came_in_at_most_sixty_degrees_steep(
            @ForAll("legs") BallLeg leg, @ForAll("paddles") Paddle paddle) {
        if (Verdict.of(leg, paddle) instanceof Verdict.Hit hit) {
            BallLeg next = hit.next();
            assertEquals(leg.leg() + 1, next.leg());
            assertEquals(leg.crossingTime(), next.t0());
            assertEquals(leg.yAt(leg.crossingTime()), next.y0());
            assertEquals(leg.defender().opponent(), next.defender());
            assertTrue(2 * Math.abs(next.vx()) >= Speeds.afterHits(next.hits()));
            double speed = Math.hypot((double) next.vx(), (double) next.vy());
            assertEquals((double) Speeds.afterHits(next.hits()), speed, 32);
        }
    }

    @Property
    void it_is_a_hit_exactly_when_the_paddle_reaches_the_ball(
            @ForAll("legs") BallLeg leg, @ForAll("paddles") Paddle paddle) {
        long crossing = leg.crossingTime();
        boolean reached = Math.abs(leg.yAt(crossing) - paddle.yAt(crossing)) <= Court.REACH;
        assertEquals(reached, Verdict.of(leg, paddle) instanceof Verdict.Hit);
    }

    @Provide
    Arbitrary<BallLeg> legs() {
        return Samples.legs();
    }

    @Provide
    Arbitrary<Paddle> paddles() {
        return Samples.paddles();
    }

    private static Paddle resting(long y) {
        return new Paddle(0, y, y);
    }
}
