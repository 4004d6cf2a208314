package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.games.pong.Court;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RefusalTest {

    @Test
    void a_commit_from_the_wrong_seat() {
        var room = FakeRoom.inRally();
        var leg = room.leg();
        room.now = leg.crossingTime();
        room.say(room.attacker(), new ClientMessage.Commit(leg.crossingTime(), leg.leg()));
        assertEquals(ErrorCode.LEG_REFUSED, room.refusal(room.attacker()).code());
    }

    @Test
    void a_commit_before_the_crossing() {
        var room = FakeRoom.inRally();
        room.advance(100_000);
        room.say(room.defender(), new ClientMessage.Commit(room.now, room.leg().leg()));
        assertEquals(ErrorCode.LEG_REFUSED, room.refusal(room.defender()).code());
    }

    @Test
    void a_commit_for_a_leg_that_an_aim_decided_already_is_passed_over_in_silence() {
        var room = FakeRoom.inRally();
        var leg = room.leg();
        var defender = room.defender();
        room.now = leg.crossingTime();
        room.say(defender, new ClientMessage.Aim(leg.crossingTime(), (int) Court.CENTRE_Y));
        assertEquals(1, room.all(LEFT, ServerMessage.Goal.class).size(), "the aim decides");
        room.say(defender, new ClientMessage.Commit(leg.crossingTime(), leg.leg()));
        assertEquals(List.of(), room.all(defender, ServerMessage.Refused.class));
    }

    @Test
    void a_commit_for_a_leg_that_is_yet_to_fly() {
        var room = FakeRoom.inRally();
        for (long leg : new long[] {room.leg().leg() + 1L, 0, 4_000_000_000L}) {
            room.say(room.defender(), new ClientMessage.Commit(room.now, leg));
            assertEquals(ErrorCode.LEG_REFUSED, room.refusal(room.defender()).code());
        }
    }

    @Test
    void a_replayed_commit_decides_nothing() {
        var room = FakeRoom.inRally();
        var leg = room.leg();
        var defender = room.defender();
        room.now = leg.crossingTime();
        room.say(defender, new ClientMessage.Commit(leg.crossingTime(), leg.leg()));
        int verdicts = room.all(LEFT, ServerMessage.Goal.class).size();
        room.say(defender, new ClientMessage.Commit(leg.crossingTime(), leg.leg()));
        assertEquals(1, verdicts);
        assertEquals(verdicts, room.all(LEFT, ServerMessage.Goal.class).size());
    }

    @Test
    void an_aim_from_the_future() {
        var room = FakeRoom.inRally();
        room.say(LEFT, new ClientMessage.Aim(room.now + SECOND, (int) Court.CENTRE_Y));
        assertEquals(ErrorCode.STAMP_REFUSED, room.refusal(LEFT).code());
    }

    @Test
    void an_aim_that_goes_back_in_time() {
        var room = FakeRoom.inRally();
        room.say(LEFT, new ClientMessage.Aim(room.now, (int) Court.CENTRE_Y));
        room.say(LEFT, new ClientMessage.Aim(room.now - 1, (int) Court.CENTRE_Y));
        assertEquals(ErrorCode.STAMP_REFUSED, room.refusal(LEFT).code());
    }

    @Test
    void an_aim_out_of_the_court_moves_the_paddle_to_its_end_only() {
        var room = FakeRoom.inRally();
        room.say(LEFT, new ClientMessage.Aim(room.now, Integer.MAX_VALUE));
        assertEquals(
                Court.PADDLE_BOTTOM,
                room.last(RIGHT, ServerMessage.PaddleMoved.class).target());
        assertTrue(room.all(LEFT, ServerMessage.PaddleMoved.class).isEmpty(), "nobody is told of his own paddle");
    }

    @Test
    void play_before_the_start() {
        var room = FakeRoom.withTwo();
        room.say(LEFT, new ClientMessage.Aim(room.now, 0));
        assertEquals(ErrorCode.NOT_NOW, room.refusal(LEFT).code());
        room.say(LEFT, new ClientMessage.Pause(true));
        assertEquals(ErrorCode.NOT_NOW, room.refusal(LEFT).code());
        room.say(LEFT, new ClientMessage.Rematch());
        assertEquals(ErrorCode.NOT_NOW, room.refusal(LEFT).code());
    }

    @Test
    void play_after_the_end() {
        var room = FakeRoom.inRally();
        room.advance(200 * SECOND);
        room.say(LEFT, new ClientMessage.Commit(room.now, 1));
        assertEquals(ErrorCode.NOT_NOW, room.refusal(LEFT).code());
        room.say(LEFT, new ClientMessage.Ready());
        assertEquals(ErrorCode.NOT_NOW, room.refusal(LEFT).code());
    }

    @Test
    void play_while_paused() {
        var room = FakeRoom.inRally();
        room.say(RIGHT, new ClientMessage.Pause(true));
        room.nextWake();
        room.say(LEFT, new ClientMessage.Aim(room.now, 0));
        assertEquals(ErrorCode.NOT_NOW, room.refusal(LEFT).code());
    }

    @Test
    void a_chat_that_is_too_long_empty_or_full_of_control() {
        var room = FakeRoom.withTwo();
        for (String text : new String[] {"", "  ", "x".repeat(201), "a\u0007b"}) {
            room.say(LEFT, new ClientMessage.Chat(text));
            assertEquals(ErrorCode.MESSAGE_INVALID, room.refusal(LEFT).code());
        }
        room.say(LEFT, new ClientMessage.Emote("rocket"));
        assertEquals(ErrorCode.MESSAGE_INVALID, room.refusal(LEFT).code());
        assertTrue(room.all(RIGHT, ServerMessage.ChatSaid.class).isEmpty());
    }

    @Test
    void too_much_talk() {
        var room = FakeRoom.withTwo();
        for (int i = 0; i < RoomLimits.TALK_BURST; i++) {
            room.say(LEFT, new ClientMessage.Chat("hi"));
        }
        assertEquals(
                RoomLimits.TALK_BURST,
                room.all(RIGHT, ServerMessage.ChatSaid.class).size());
        room.say(LEFT, new ClientMessage.Emote("wow"));
        assertEquals(ErrorCode.TOO_MANY_REQUESTS, room.refusal(LEFT).code());
        room.advance(SECOND);
        room.say(LEFT, new ClientMessage.Emote("wow"));
        assertEquals(1, room.all(RIGHT, ServerMessage.Emoted.class).size());
    }

    @Test
    void a_stranger_is_not_heard() {
        var room = FakeRoom.withTwo();
        room.say(FakeRoom.OTHER, new ClientMessage.Chat("hi"));
        assertTrue(room.all(LEFT, ServerMessage.ChatSaid.class).isEmpty());
    }
}
