package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FixedTablesTest {

    @Test
    void angles_are_sine_and_cosine_of_steps_of_three_and_three_quarter_degrees() {
        for (int step = -Angles.STEEPEST; step <= Angles.STEEPEST; step++) {
            double radians = Math.toRadians(3.75 * step);
            long scale = 65_536;
            assertEquals(Math.round(scale * Math.sin(radians)), Angles.vy(scale, step));
            assertEquals(Math.round(scale * Math.cos(radians)), Angles.vx(scale, step, Seat.RIGHT));
            assertEquals(-Angles.vx(scale, step, Seat.RIGHT), Angles.vx(scale, step, Seat.LEFT));
        }
    }

    @Test
    void the_ends_of_the_paddle_give_the_steepest_angles_and_its_middle_a_level_ball() {
        assertEquals(-Angles.STEEPEST, Angles.stepFor(-Court.REACH));
        assertEquals(0, Angles.stepFor(0));
        assertEquals(Angles.STEEPEST, Angles.stepFor(Court.REACH));
    }

    @Test
    void angles_above_and_below_the_middle_mirror_each_other() {
        for (long offset = 0; offset <= Court.REACH; offset++) {
            assertEquals(-Angles.stepFor(offset), Angles.stepFor(-offset));
        }
    }

    @Test
    void each_hit_makes_the_ball_about_five_percent_faster_up_to_the_cap() {
        long unit = Court.SU_PER_UNIT;
        assertEquals(800 * unit, Speeds.afterHits(0));
        for (int hits = 1; hits < 18; hits++) {
            double gain = (double) Speeds.afterHits(hits) / Speeds.afterHits(hits - 1);
            assertEquals(1.05, gain, 0.001, "hit " + hits);
        }
        assertTrue(Speeds.afterHits(18) > Speeds.afterHits(17));
        assertEquals(Speeds.TOP, Speeds.afterHits(18));
        assertEquals(Speeds.TOP, Speeds.afterHits(BallLeg.MAX_HITS));
    }

    @Test
    void no_product_of_the_rules_reaches_two_to_the_fifty_three() {
        long exact = 1L << 53;
        assertTrue(Math.multiplyExact(Speeds.TOP, BallLeg.LONGEST_FLIGHT) < exact);
        assertTrue(Math.multiplyExact(Court.WIDTH, Court.MICROS_PER_SECOND) < exact);
        assertTrue(Math.multiplyExact(Court.PADDLE_SPEED, 2 * Court.MICROS_PER_SECOND) < exact);
        assertTrue(Math.multiplyExact(Speeds.TOP, 65_536L) < exact);
        assertTrue(Math.multiplyExact(1L << 32, Court.HEIGHT / 2) <= exact);
    }
}
