package io.trashpong.harness.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trashpong.harness.stack.StackFailure;
import org.junit.jupiter.api.Test;

class LoadPlanTest {
    @Test
    void a_rate_that_relays_would_close_a_connection_for_is_refused_with_its_bounds() {
        var refused = assertThrows(StackFailure.class, () -> plan(500, 2, Cross.ALL, Game.AIMS));

        assertEquals("--rate must be 1 to 100.", refused.getMessage());
    }

    @Test
    void one_relay_has_nothing_to_cross_to() {
        var refused = assertThrows(StackFailure.class, () -> plan(30, 1, Cross.HALF, Game.AIMS));

        assertEquals("--cross half needs --relays 2.", refused.getMessage());
    }

    @Test
    void a_game_that_ticks_sends_sixty_times_a_second() {
        assertEquals(60, plan(30, 2, Cross.ALL, Game.TICK60).rate());
    }

    @Test
    void players_sit_apart_in_none_half_or_all_of_the_rooms() {
        for (int room = 0; room < 4; room++) {
            assertEquals(Cross.NONE.relayOf(room, 0, 2), Cross.NONE.relayOf(room, 1, 2));
            assertNotEquals(Cross.ALL.relayOf(room, 0, 2), Cross.ALL.relayOf(room, 1, 2));
            assertEquals(room % 2 == 0, Cross.HALF.relayOf(room, 0, 2) != Cross.HALF.relayOf(room, 1, 2));
        }
    }

    private static LoadPlan plan(int rate, int relays, Cross cross, Game game) {
        return new LoadPlan(10, rate, 1, 5, relays, cross, game, 0);
    }
}
