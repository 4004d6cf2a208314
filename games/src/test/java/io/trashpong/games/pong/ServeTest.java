package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServeTest {
    private static final int MATCHES = 2_000;

    @Test
    void a_serve_flies_from_the_centre_to_the_one_it_is_for_at_most_thirty_degrees_steep() {
        for (int matchSeed = 0; matchSeed < MATCHES; matchSeed++) {
            for (Seat towards : Seat.values()) {
                BallLeg leg = Serve.leg(matchSeed, matchSeed % 41, 1, 7, towards);
                assertEquals(towards, leg.defender());
                assertEquals(Court.CENTRE_X, leg.x0());
                assertTrue(leg.y0() >= Court.HEIGHT / 4 && leg.y0() < Court.HEIGHT * 3 / 4);
                assertTrue(2 * Math.abs(leg.vy()) <= Speeds.afterHits(0));
                assertEquals(0, leg.hits());
            }
        }
    }

    @Test
    void dice_fall_evenly_over_sides_and_angles() {
        int left = 0;
        int[] angles = new int[17];
        for (int matchSeed = 0; matchSeed < MATCHES; matchSeed++) {
            left += Serve.firstTowards(matchSeed) == Seat.LEFT ? 1 : 0;
            angles[(int) Dice.roll(matchSeed, 0, 1, angles.length)]++;
        }
        assertEquals(MATCHES / 2.0, left, MATCHES * 0.05);
        for (int count : angles) {
            assertEquals(MATCHES / 17.0, count, MATCHES * 0.025);
        }
    }

    @Test
    void points_of_a_match_are_served_differently_and_the_same_point_alike() {
        Set<BallLeg> serves = new HashSet<>();
        for (int point = 0; point < 41; point++) {
            BallLeg serve = Serve.leg(5, point, 1, 0, Seat.LEFT);
            assertEquals(serve, Serve.leg(5, point, 1, 0, Seat.LEFT));
            serves.add(serve);
        }
        assertEquals(41, serves.size());
    }
}
