package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.games.pong.BallLeg;
import io.trashpong.games.pong.Court;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pause takes nobody's messages away that are still on their way. */
final class PauseFairnessTest {
    private static final long LATENESS = 20_000;
    private static final long IN_TIME = 60_000;
    private static final long MISSED_BY = 10 * Court.SU_PER_UNIT;

    @Test
    void a_disconnect_after_the_crossing_waits_for_the_defenders_late_messages() {
        var room = FakeRoom.inRally();
        BallLeg leg = crossed(room);
        var defender = room.defender();
        room.detach(room.attacker());
        assertEquals(List.of(), room.all(defender, ServerMessage.Paused.class));
        save(room, leg, defender);
        assertEquals(leg.leg() + 1, last(room, defender).leg(), "the save counts");
        assertEquals(room.now, room.last(defender, ServerMessage.Paused.class).at(), "and the pause follows at once");
        assertEquals(List.of(), room.all(defender, ServerMessage.Goal.class));
    }

    @Test
    void a_pause_asked_for_after_the_crossing_waits_for_the_defenders_late_messages() {
        var room = FakeRoom.inRally();
        BallLeg leg = crossed(room);
        var defender = room.defender();
        room.say(room.attacker(), new ClientMessage.Pause(true));
        save(room, leg, defender);
        assertEquals(leg.leg() + 1, last(room, defender).leg());
        assertEquals(1, room.all(defender, ServerMessage.Paused.class).size());
    }

    @Test
    void without_a_word_of_the_defender_the_pause_waits_for_the_cap_at_most() {
        var room = FakeRoom.inRally();
        BallLeg leg = crossed(room);
        var defender = room.defender();
        room.detach(room.attacker());
        room.nextWake();
        assertTrue(room.now > leg.crossingTime() && room.now <= leg.crossingTime() + 150_000);
        assertEquals(1, room.all(defender, ServerMessage.Goal.class).size());
        assertEquals(room.now, room.last(defender, ServerMessage.Paused.class).at());
    }

    @Test
    void a_disconnect_before_the_crossing_pauses_at_once() {
        var room = FakeRoom.inRally();
        room.now = room.leg().crossingTime() - 1;
        var defender = room.defender();
        room.detach(room.attacker());
        assertEquals(room.now, room.last(defender, ServerMessage.Paused.class).at());
    }

    @Test
    void a_pause_asked_for_in_flight_comes_with_the_verdict_and_costs_nothing_before() {
        var room = FakeRoom.inRally();
        BallLeg leg = room.leg();
        room.now = leg.crossingTime() - 1;
        var defender = room.defender();
        room.say(room.attacker(), new ClientMessage.Pause(true));
        assertEquals(List.of(), room.all(defender, ServerMessage.Paused.class));
        room.now = leg.crossingTime() + LATENESS;
        save(room, leg, defender);
        var paused = room.last(defender, ServerMessage.Paused.class);
        assertEquals(room.now, paused.at());
        assertEquals(room.now + RoomLimits.PAUSE_BUDGET, paused.until());
    }

    @Test
    void a_pause_taken_back_before_the_verdict_never_was() {
        var room = FakeRoom.inRally();
        BallLeg leg = crossed(room);
        var defender = room.defender();
        room.say(room.attacker(), new ClientMessage.Pause(true));
        room.say(room.attacker(), new ClientMessage.Pause(false));
        save(room, leg, defender);
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Paused.class));
    }

    @Test
    void between_points_a_pause_that_is_asked_for_begins_at_once() {
        var room = FakeRoom.inRally();
        room.nextWake();
        assertEquals(1, room.all(LEFT, ServerMessage.Goal.class).size());
        room.say(LEFT, new ClientMessage.Pause(true));
        assertEquals(1, room.all(LEFT, ServerMessage.Paused.class).size());
    }

    /** Lets the ball cross, the defender's paddle just out of its reach as far as the referee was told. */
    private static BallLeg crossed(FakeRoom room) {
        BallLeg leg = room.leg();
        long ball = leg.yAt(leg.crossingTime());
        long beside = ball + (ball < Court.CENTRE_Y ? 1 : -1) * (Court.REACH + MISSED_BY);
        room.say(room.defender(), new ClientMessage.Aim(room.now, (int) beside));
        room.now = leg.crossingTime() + LATENESS;
        return leg;
    }

    /** What the defender sent in time arrives: an aim at the ball, then the commit. */
    private static void save(FakeRoom room, BallLeg leg, ConnectionId defender) {
        long ball = leg.yAt(leg.crossingTime());
        room.say(defender, new ClientMessage.Aim(leg.crossingTime() - IN_TIME, (int) ball));
        room.say(defender, new ClientMessage.Commit(leg.crossingTime(), leg.leg()));
    }

    private static ServerMessage.LegStarted last(FakeRoom room, ConnectionId connection) {
        return room.last(connection, ServerMessage.LegStarted.class);
    }
}
