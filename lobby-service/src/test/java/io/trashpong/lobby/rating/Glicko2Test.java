package io.trashpong.lobby.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.lobby.rating.Glicko2.Game;
import java.util.List;
import org.junit.jupiter.api.Test;

class Glicko2Test {
    private static final Rating PLAYER = new Rating(1500, 200, 0.06);

    @Test
    void the_worked_example_of_the_paper_comes_out() {
        var after = Glicko2.after(
                PLAYER,
                List.of(
                        new Game(new Rating(1400, 30, 0.06), 1),
                        new Game(new Rating(1550, 100, 0.06), 0),
                        new Game(new Rating(1700, 300, 0.06), 0)));
        assertEquals(1464.06, after.value(), 0.01);
        assertEquals(151.52, after.deviation(), 0.01);
        assertEquals(0.05999, after.volatility(), 0.00001);
    }

    @Test
    void who_does_not_play_keeps_his_rating_and_grows_uncertain_up_to_the_unknown() {
        var after = Glicko2.idle(PLAYER, 1);
        assertEquals(1500, after.value());
        assertEquals(Math.sqrt(200.0 * 200 + Math.pow(0.06 * 173.7178, 2)), after.deviation(), 1e-9);
        assertEquals(350, Glicko2.idle(PLAYER, 1e9).deviation());
    }

    @Test
    void a_surprise_moves_more_than_what_was_expected() {
        var strong = new Rating(1900, 50, 0.06);
        double expected = Glicko2.after(strong, List.of(new Game(PLAYER, 1))).value() - strong.value();
        double surprise = strong.value()
                - Glicko2.after(strong, List.of(new Game(PLAYER, 0))).value();
        assertTrue(expected > 0);
        assertTrue(surprise > 5 * expected);
    }

    @Test
    void a_draw_between_equals_moves_nobody() {
        assertEquals(1500, Glicko2.after(PLAYER, List.of(new Game(PLAYER, 0.5))).value(), 1e-9);
    }

    @Test
    void a_player_who_swings_wildly_becomes_more_volatile() {
        var known = new Rating(2200, 40, 0.06);
        var games = List.of(new Game(PLAYER, 0), new Game(PLAYER, 0), new Game(PLAYER, 0), new Game(PLAYER, 0));
        assertTrue(Glicko2.after(known, games).volatility() > known.volatility());
        assertTrue(Rating.UNRATED.isProvisional());
        assertFalse(known.isProvisional());
    }
}
