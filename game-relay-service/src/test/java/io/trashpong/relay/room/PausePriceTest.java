package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No pause is free: nobody stalls a match, or breaks the other's rhythm, for ever. */
final class PausePriceTest {
    /** Most pauses that one player's budget pays for. */
    private static final long MOST = RoomLimits.PAUSE_BUDGET / RoomLimits.RESUME_LEAD;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_000, 1_400_000, 1_600_000})
    void who_hides_again_and_again_forfeits(long between) {
        var room = FakeRoom.inRally();
        for (int i = 0; i < 3 * MOST && isRunning(room); i++) {
            room.say(LEFT, new ClientMessage.Hidden(true));
            room.say(LEFT, new ClientMessage.Hidden(false));
            room.advance(between);
        }
        assertEquals(MOST, room.all(RIGHT, ServerMessage.Resumed.class).size());
        var result = room.last(RIGHT, ServerMessage.Finished.class).result();
        assertEquals(MatchResult.Ending.AWAY, result.ending());
        assertEquals(1, result.winner());
    }

    @Test
    void who_asks_for_pauses_again_and_again_forfeits() {
        var room = FakeRoom.inRally();
        room.nextWake();
        for (int i = 0; i < 2 * MOST && isRunning(room); i++) {
            room.say(RIGHT, new ClientMessage.Pause(true));
            room.say(RIGHT, new ClientMessage.Pause(false));
        }
        assertTrue(room.all(LEFT, ServerMessage.Resumed.class).size() <= MOST);
        assertEquals(0, room.last(LEFT, ServerMessage.Finished.class).result().winner());
    }

    @Test
    void the_other_pays_for_none_of_it() {
        var room = FakeRoom.inRally();
        for (int i = 0; i < MOST; i++) {
            room.say(LEFT, new ClientMessage.Hidden(true));
            room.say(LEFT, new ClientMessage.Hidden(false));
        }
        room.say(RIGHT, new ClientMessage.Hidden(true));
        assertEquals(
                room.now + RoomLimits.PAUSE_BUDGET,
                room.last(LEFT, ServerMessage.Paused.class).until());
    }

    @Test
    void who_waits_while_another_is_away_pays_nothing_for_having_asked_too() {
        var room = FakeRoom.inRally();
        room.detach(LEFT);
        room.say(RIGHT, new ClientMessage.Pause(true));
        room.advance(SECOND);
        room.say(RIGHT, new ClientMessage.Pause(false));
        room.resume(LEFT, room.ada, 1, 0);
        room.say(RIGHT, new ClientMessage.Hidden(true));
        assertEquals(
                room.now + RoomLimits.PAUSE_BUDGET,
                room.last(LEFT, ServerMessage.Paused.class).until());
        room.say(RIGHT, new ClientMessage.Hidden(false));
        room.say(LEFT, new ClientMessage.Hidden(true));
        assertEquals(
                room.now + RoomLimits.PAUSE_BUDGET - SECOND - RoomLimits.RESUME_LEAD,
                room.last(RIGHT, ServerMessage.Paused.class).until());
    }

    @Test
    void a_hand_over_forgets_nothing_of_it() {
        var room = FakeRoom.inRally();
        room.say(LEFT, new ClientMessage.Hidden(true));
        var next = room.handedOver();
        next.say(LEFT, new ClientMessage.Hidden(false));
        next.say(LEFT, new ClientMessage.Hidden(true));
        assertEquals(
                next.now + RoomLimits.PAUSE_BUDGET - RoomLimits.RESUME_LEAD,
                next.last(RIGHT, ServerMessage.Paused.class).until());
    }

    @Test
    void who_has_nothing_left_is_given_time_when_his_relay_dies() {
        var room = FakeRoom.inRally();
        room.say(LEFT, new ClientMessage.Hidden(true));
        room.advance(29 * SECOND);
        room.say(LEFT, new ClientMessage.Hidden(false));
        room.nextWake();
        room.advance(3 * SECOND);
        var taken = room.takenOver();
        taken.resume(RIGHT, room.bob, 1, 5);
        taken.advance(9 * SECOND);
        assertEquals(List.of(), taken.all(RIGHT, ServerMessage.Finished.class));
        taken.resume(LEFT, room.ada, 1, 5);
        assertEquals(1, taken.all(RIGHT, ServerMessage.Resumed.class).size());
    }

    private static boolean isRunning(FakeRoom room) {
        return room.all(RIGHT, ServerMessage.Finished.class).isEmpty();
    }
}
