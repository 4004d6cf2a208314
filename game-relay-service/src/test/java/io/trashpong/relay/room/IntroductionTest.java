package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.OTHER;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SPECTATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes between the players' browsers so that they find a direct line: only once both want it, and nobody else hears it. */
final class IntroductionTest {
    private static final ServerMessage.Peer BEGIN = new ServerMessage.Peer(true, List.of(FakeRoom.STUN));

    @Test
    void both_have_to_agree_before_either_hears_of_it() {
        var room = FakeRoom.withTwo();
        room.say(LEFT, new ClientMessage.Peer(true));
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Peer.class));
        assertEquals(List.of(), room.all(RIGHT, ServerMessage.Peer.class));
        room.say(LEFT, new ClientMessage.Signal("too early"));
        assertEquals(ErrorCode.NOT_NOW, room.refusal(LEFT).code());
        assertEquals(List.of(), room.all(RIGHT, ServerMessage.Signalled.class));
        room.say(RIGHT, new ClientMessage.Peer(true));
        assertEquals(List.of(BEGIN), room.all(LEFT, ServerMessage.Peer.class));
        assertEquals(List.of(BEGIN), room.all(RIGHT, ServerMessage.Peer.class));
    }

    @Test
    void a_signal_reaches_the_other_seat_and_nobody_else() {
        var room = agreed();
        room.watchAndWait();
        room.say(RIGHT, new ClientMessage.Signal("an offer"));
        assertEquals(new ServerMessage.Signalled(1, "an offer"), room.last(LEFT, ServerMessage.Signalled.class));
        room.advance(RoomLimits.SPECTATOR_DELAY + RoomLimits.SPECTATOR_TICK);
        assertEquals(List.of(), room.all(RIGHT, ServerMessage.Signalled.class));
        assertEquals(List.of(), room.all(SPECTATOR, ServerMessage.Signalled.class));
    }

    @Test
    void who_no_longer_agrees_ends_it_for_both() {
        var room = agreed();
        room.say(RIGHT, new ClientMessage.Peer(false));
        assertEquals(new ServerMessage.Peer(false, List.of()), room.last(LEFT, ServerMessage.Peer.class));
        room.say(LEFT, new ClientMessage.Signal("still there?"));
        assertEquals(ErrorCode.NOT_NOW, room.refusal(LEFT).code());
    }

    @Test
    void who_agrees_again_begins_anew() {
        var room = agreed();
        room.say(LEFT, new ClientMessage.Peer(true));
        assertEquals(2, room.all(RIGHT, ServerMessage.Peer.class).size());
    }

    @Test
    void an_agreement_goes_with_its_player_and_over_a_hand_over() {
        var room = agreed();
        var next = room.handedOver();
        next.say(LEFT, new ClientMessage.Signal("on we go"));
        assertEquals("on we go", next.last(RIGHT, ServerMessage.Signalled.class).data());
        next.say(RIGHT, new ClientMessage.Leave());
        next.sit(OTHER, next.eve, 1);
        next.say(LEFT, new ClientMessage.Signal("to whom?"));
        assertEquals(ErrorCode.NOT_NOW, next.refusal(LEFT).code());
        assertEquals(List.of(), next.all(OTHER, ServerMessage.Signalled.class));
    }

    @Test
    void a_signal_has_a_form_and_a_rate() {
        var room = agreed();
        for (String data : List.of("", " ", "a\u0000b", "x".repeat(ClientMessage.Signal.MAX_LENGTH + 1))) {
            room.say(LEFT, new ClientMessage.Signal(data));
            assertEquals(ErrorCode.MESSAGE_INVALID, room.refusal(LEFT).code());
        }
        for (int i = 0; i < 2 * RoomLimits.SIGNAL_BURST; i++) {
            room.say(LEFT, new ClientMessage.Signal("candidate"));
        }
        assertTrue(room.all(RIGHT, ServerMessage.Signalled.class).size() < RoomLimits.SIGNAL_BURST);
        assertEquals(ErrorCode.TOO_MANY_REQUESTS, room.refusal(LEFT).code());
        room.say(LEFT, new ClientMessage.Peer(true));
        assertEquals(ErrorCode.TOO_MANY_REQUESTS, room.refusal(LEFT).code());
    }

    @Test
    void spectators_have_no_part_in_it() {
        var room = agreed();
        room.watch();
        room.say(SPECTATOR, new ClientMessage.Peer(true));
        assertEquals(ErrorCode.NOT_SEATED, room.refusal(SPECTATOR).code());
        room.say(SPECTATOR, new ClientMessage.Signal("let me in"));
        assertEquals(ErrorCode.NOT_SEATED, room.refusal(SPECTATOR).code());
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Signalled.class));
    }

    private static FakeRoom agreed() {
        var room = FakeRoom.withTwo();
        room.say(LEFT, new ClientMessage.Peer(true));
        room.say(RIGHT, new ClientMessage.Peer(true));
        return room;
    }
}
