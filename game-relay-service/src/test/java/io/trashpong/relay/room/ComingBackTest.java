package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.OTHER;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SPECTATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComingBackTest {

    @Test
    void who_comes_back_gets_the_missing_tail_and_nothing_else() {
        var room = FakeRoom.withTwo();
        long seen = room.last(RIGHT, ServerMessage.SeatChanged.class).seq();
        room.detach(RIGHT);
        room.say(LEFT, new ClientMessage.Chat("one"));
        room.say(LEFT, new ClientMessage.Chat("two"));
        room.resume(OTHER, room.bob, 1, seen);
        var welcome = room.last(OTHER, ServerMessage.Welcome.class);
        assertTrue(welcome.recovered());
        assertNull(welcome.snapshot());
        List<Long> seqs = room.hear(OTHER).stream()
                .filter(ServerMessage.Numbered.class::isInstance)
                .map(message -> ((ServerMessage.Numbered) message).seq())
                .toList();
        assertEquals(List.of(seen + 1, seen + 2, seen + 3, seen + 4), seqs);
    }

    @Test
    void who_was_gone_too_long_gets_an_honest_snapshot() {
        var room = FakeRoom.withTwo();
        for (int i = 0; i < RoomLimits.HISTORY_MESSAGES; i++) {
            room.advance(2 * FakeRoom.SECOND);
            room.say(LEFT, new ClientMessage.Chat("again"));
        }
        room.resume(OTHER, room.bob, 1, 1);
        var welcome = room.last(OTHER, ServerMessage.Welcome.class);
        assertFalse(welcome.recovered());
        assertTrue(welcome.snapshot() != null && welcome.seq() > RoomLimits.HISTORY_MESSAGES);
    }

    @Test
    void a_number_that_was_never_given_out_recovers_nothing() {
        var room = FakeRoom.withTwo();
        room.resume(OTHER, room.bob, 1, 1_000);
        assertFalse(room.last(OTHER, ServerMessage.Welcome.class).recovered());
    }

    @Test
    void an_epoch_that_is_past_to_come_or_none_recovers_nothing_and_hurts_nobody() {
        var room = FakeRoom.withTwo();
        long last = room.last(RIGHT, ServerMessage.SeatChanged.class).seq();
        for (long epoch : new long[] {0, -1, 2, Long.MAX_VALUE, Long.MIN_VALUE}) {
            room.resume(OTHER, room.bob, epoch, last);
            var welcome = room.last(OTHER, ServerMessage.Welcome.class);
            assertFalse(welcome.recovered(), "epoch " + epoch);
            assertTrue(welcome.snapshot() != null && welcome.epoch() == 1);
        }
        var taken = room.takenOver();
        taken.resume(OTHER, room.bob, 1, last);
        assertFalse(taken.last(OTHER, ServerMessage.Welcome.class).recovered(), "the numbers of another owner");
        room.resume(OTHER, room.bob, 1, last);
        assertTrue(room.last(OTHER, ServerMessage.Welcome.class).recovered());
    }

    @Test
    void the_newest_connection_of_a_seat_wins() {
        var room = FakeRoom.withTwo();
        room.sit(OTHER, room.bob, 1);
        assertEquals(CloseCode.REPLACED, room.closed.get(RIGHT));
        room.detach(RIGHT);
        room.say(OTHER, new ClientMessage.Chat("still here"));
        assertEquals(1, room.all(LEFT, ServerMessage.ChatSaid.class).size());
    }

    @Test
    void a_replaced_connection_that_its_edge_attaches_anew_does_not_win() {
        var room = FakeRoom.withTwo();
        long seen = room.last(RIGHT, ServerMessage.SeatChanged.class).seq();
        room.resume(OTHER, room.bob, 1, seen);
        room.closed.clear();
        room.resume(RIGHT, room.bob, 1, seen);
        assertEquals(CloseCode.REPLACED, room.closed.get(RIGHT));
        assertNull(room.closed.get(OTHER));
        room.say(LEFT, new ClientMessage.Chat("are you there?"));
        assertEquals(1, room.all(OTHER, ServerMessage.ChatSaid.class).size());
    }

    @Test
    void a_wrong_secret_is_refused() {
        var room = FakeRoom.withTwo();
        room.resume(OTHER, room.eve, 1, 0);
        assertEquals(CloseCode.TOKEN_BAD_OR_EXPIRED, room.closed.get(OTHER));
    }

    @Test
    void somebody_elses_secret_does_not_go_with_my_ticket() {
        var room = FakeRoom.withTwo();
        room.handle(new RoomCommand.Attach(OTHER, room.ticket(room.eve, null, false), FakeRoom.secret(room.bob), null));
        assertEquals(CloseCode.NOT_YOUR_ROOM, room.closed.get(OTHER));
    }

    @Test
    void any_owner_can_check_a_secret_from_the_row_and_the_row_does_not_hold_it() {
        var room = FakeRoom.withTwo();
        room.watch();
        room.advance(RoomLimits.COUNT_WRITTEN_EVERY);
        assertFalse(room.writes.toString().contains('"' + FakeRoom.secret(room.bob) + '"'));
        var taken = room.takenOver();
        taken.resume(RIGHT, room.bob, 1, 3);
        taken.resume(SPECTATOR, room.eve, 1, 3);
        assertEquals(1, taken.last(RIGHT, ServerMessage.Welcome.class).you().seat());
        taken.advance(RoomLimits.SPECTATOR_DELAY + RoomLimits.SPECTATOR_TICK);
        assertNull(taken.last(SPECTATOR, ServerMessage.Welcome.class).you().seat());
    }

    @Test
    void a_seat_given_anew_by_the_lobby_takes_it_from_who_had_it_but_not_in_a_match() {
        var waiting = FakeRoom.withTwo();
        waiting.sit(OTHER, waiting.eve, 1);
        assertEquals(CloseCode.NOT_YOUR_ROOM, waiting.closed.get(RIGHT));
        var playing = FakeRoom.inRally();
        playing.sit(OTHER, playing.eve, 1);
        assertEquals(CloseCode.TRY_AGAIN_LATER, playing.closed.get(OTHER));
    }

    @Test
    void latency_is_told_to_both_at_most_every_second() {
        var room = FakeRoom.withTwo();
        for (int i = 1; i <= 10; i++) {
            room.handle(new RoomCommand.Measure(RIGHT, i * 1000L));
            room.advance(250_000);
        }
        var delays = room.all(LEFT, ServerMessage.Delay.class);
        assertEquals(3, delays.size());
        assertEquals(new ServerMessage.Delay(1, List.of(9000L, 8000L, 7000L)), delays.getLast());
    }
}
