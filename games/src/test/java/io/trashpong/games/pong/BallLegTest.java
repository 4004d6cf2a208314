package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class BallLegTest {

    @Example
    void a_level_ball_at_a_unit_a_millisecond_crosses_after_the_distance_in_milliseconds() {
        BallLeg leg = new BallLeg(1, 5_000, Court.CENTRE_X, Court.CENTRE_Y, 1000 * Court.SU_PER_UNIT, 0, 0);
        assertEquals(Seat.RIGHT, leg.defender());
        assertEquals(5_000 + (1024 - 92) * 1_000, leg.crossingTime());
        assertEquals(Court.CENTRE_X + 100 * Court.SU_PER_UNIT, leg.xAt(105_000));
        assertEquals(Court.CENTRE_Y, leg.yAt(105_000));
    }

    @Example
    void a_ball_from_the_top_wall_is_at_the_bottom_after_the_height_and_back_after_twice_the_height() {
        long fast = 984 * Court.SU_PER_UNIT;
        BallLeg leg = new BallLeg(1, 0, Court.LEFT_X, Court.BALL_TOP, Court.SU_PER_UNIT, fast, 0);
        assertEquals(Court.BALL_BOTTOM, leg.yAt(1_000_000));
        assertEquals(Court.CENTRE_Y, leg.yAt(1_500_000));
        assertEquals(Court.BALL_TOP, leg.yAt(2_000_000));
    }

    @Property
    void the_crossing_is_the_first_microsecond_at_or_past_the_plane(@ForAll("legs") BallLeg leg) {
        long crossing = leg.crossingTime();
        assertTrue(past(leg, crossing));
        // Positions are floored, so a ball to the left is drawn up to one su ahead of its exact place.
        long tolerance = leg.defender() == Seat.LEFT ? Math.ceilDiv(Court.MICROS_PER_SECOND, -leg.vx()) : 0;
        assertTrue(!past(leg, crossing - 1 - tolerance));
    }

    @Property
    void the_ball_never_leaves_the_walls(
            @ForAll("legs") BallLeg leg, @ForAll @LongRange(min = -10_000_000, max = 10_000_000_000L) long after) {
        long y = leg.yAt(leg.t0() + after);
        assertTrue(y >= Court.BALL_TOP && y <= Court.BALL_BOTTOM);
    }

    @Property
    void folding_is_reflecting_wall_by_wall(
            @ForAll("legs") BallLeg leg, @ForAll @LongRange(min = 0, max = 20_000_000) long after) {
        long y = leg.y0() + Math.floorDiv(leg.vy() * after, Court.MICROS_PER_SECOND);
        while (y < Court.BALL_TOP || y > Court.BALL_BOTTOM) {
            y = y < Court.BALL_TOP ? 2 * Court.BALL_TOP - y : 2 * Court.BALL_BOTTOM - y;
        }
        assertEquals(y, leg.yAt(leg.t0() + after));
    }

    @Property
    void a_simulation_at_240_hz_crosses_within_one_step_of_the_computed_time(@ForAll("legs") BallLeg leg) {
        double step = 1.0 / 240;
        double x = leg.x0();
        double y = leg.y0();
        double vy = leg.vy();
        int steps = 0;
        while (leg.vx() < 0 ? x > Court.LEFT_X : x < Court.RIGHT_X) {
            x += leg.vx() * step;
            y += vy * step;
            if (y < Court.BALL_TOP || y > Court.BALL_BOTTOM) {
                y = y < Court.BALL_TOP ? 2.0 * Court.BALL_TOP - y : 2.0 * Court.BALL_BOTTOM - y;
                vy = -vy;
            }
            steps++;
        }
        double stepMicros = step * Court.MICROS_PER_SECOND;
        assertEquals(steps * stepMicros, (double) (leg.crossingTime() - leg.t0()), stepMicros + 1);
        long sameMoment = leg.t0() + Math.round(steps * stepMicros);
        assertEquals(y, (double) leg.yAt(sameMoment), 4);
    }

    @Property
    void a_delayed_leg_is_the_same_flight_later(
            @ForAll("legs") BallLeg leg,
            @ForAll @LongRange(min = 0, max = 60_000_000) long delay,
            @ForAll @LongRange(min = 0, max = 3_000_000) long after) {
        BallLeg delayed = leg.delayedBy(delay);
        assertEquals(leg.crossingTime() + delay, delayed.crossingTime());
        assertEquals(leg.xAt(leg.t0() + after), delayed.xAt(delayed.t0() + after));
        assertEquals(leg.yAt(leg.t0() + after), delayed.yAt(delayed.t0() + after));
    }

    @Property
    void before_its_beginning_the_ball_rests_at_its_start(@ForAll("legs") BallLeg leg) {
        assertEquals(leg.x0(), leg.xAt(leg.t0() - 1));
        assertEquals(leg.y0(), leg.yAt(leg.t0() - 1_000_000));
    }

    @Example
    void a_ball_that_flies_to_nobody_is_no_leg() {
        assertThrows(IllegalArgumentException.class, () -> new BallLeg(1, 0, Court.CENTRE_X, Court.CENTRE_Y, 0, 5, 0));
    }

    @Provide
    Arbitrary<BallLeg> legs() {
        return Samples.legs();
    }

    private static boolean past(BallLeg leg, long t) {
        return switch (leg.defender()) {
            case LEFT -> leg.xAt(t) <= Court.LEFT_X;
            case RIGHT -> leg.xAt(t) >= Court.RIGHT_X;
        };
    }
}
