package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.OTHER;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SPECTATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.games.pong.Court;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who watches is shown all of it, two seconds late, and disturbs nobody. */
final class SpectatorsTest {
    private static final long DELAY = RoomLimits.SPECTATOR_DELAY;
    private static final long TICK = RoomLimits.SPECTATOR_TICK;

    @Test
    void the_first_picture_is_as_late_as_all_that_follows() {
        var room = FakeRoom.inRally();
        long came = room.now;
        room.watch();
        var then = room.session.lastSeq();
        room.advance(100_000);
        room.say(LEFT, new ClientMessage.Chat("said after he came"));
        room.advance(DELAY - 100_000 - 1);
        assertEquals(List.of(), room.hear(SPECTATOR), "nothing before its time");
        room.advance(TICK);
        var welcome = room.last(SPECTATOR, ServerMessage.Welcome.class);
        assertEquals(then, welcome.seq());
        assertEquals(DELAY, welcome.you().late());
        assertTrue(welcome.now() >= came + DELAY, "the time is that of now");
        assertEquals(List.of(), room.all(SPECTATOR, ServerMessage.ChatSaid.class));
        room.advance(100_000 + TICK);
        assertEquals(
                "said after he came",
                room.last(SPECTATOR, ServerMessage.ChatSaid.class).text());
    }

    @Test
    void a_match_is_the_same_to_him_and_not_an_instant_early() {
        var room = FakeRoom.inRally();
        room.watchAndWait();
        long from = room.last(SPECTATOR, ServerMessage.Welcome.class).seq();
        for (int i = 0; i < 400; i++) {
            room.say(LEFT, new ClientMessage.Aim(room.now, (int) Court.CENTRE_Y + i));
            room.advance(25_000);
            long early = room.now - DELAY;
            room.all(SPECTATOR, ServerMessage.PaddleMoved.class).forEach(paddle -> assertTrue(paddle.t() <= early));
        }
        var told =
                numbered(room, RIGHT).stream().filter(each -> each.seq() > from).toList();
        var paddle = room.last(RIGHT, ServerMessage.PaddleMoved.class);
        room.advance(DELAY + TICK);
        assertEquals(told, numbered(room, SPECTATOR).subList(0, told.size()));
        assertEquals(paddle, room.last(SPECTATOR, ServerMessage.PaddleMoved.class));
        int shown = room.all(SPECTATOR, ServerMessage.PaddleMoved.class).size();
        assertTrue(shown >= 195 && shown <= 210, "one paddle a tick, not one a message: " + shown);
    }

    @Test
    void who_was_cut_off_gets_what_spectators_have_been_shown_and_the_rest_when_it_is_due() {
        var room = FakeRoom.withTwo();
        room.watchAndWait();
        long seen = room.last(SPECTATOR, ServerMessage.Welcome.class).seq();
        room.detach(SPECTATOR);
        room.say(LEFT, new ClientMessage.Chat("one"));
        room.advance(1_500_000);
        room.say(LEFT, new ClientMessage.Chat("two"));
        room.advance(1_000_000);
        room.resume(OTHER, room.eve, 1, seen);
        assertTrue(room.last(OTHER, ServerMessage.Welcome.class).recovered());
        assertEquals(List.of("one"), said(room, OTHER));
        room.advance(1_000_000 + TICK);
        assertEquals(List.of("one", "two"), said(room, OTHER));
    }

    @Test
    void a_hand_over_loses_nothing_of_it_and_shows_nothing_early() {
        var room = FakeRoom.inRally();
        room.watchAndWait();
        room.say(LEFT, new ClientMessage.Chat("on the way"));
        room.say(LEFT, new ClientMessage.Aim(room.now, (int) Court.PADDLE_TOP));
        room.advance(1_000_000);
        var next = room.handedOver();
        next.advance(500_000);
        assertEquals(List.of(), said(next, SPECTATOR));
        assertEquals(0, next.all(SPECTATOR, ServerMessage.PaddleMoved.class).size());
        next.advance(500_000 + TICK);
        assertEquals(List.of("on the way"), said(next, SPECTATOR));
        assertEquals(1, next.all(SPECTATOR, ServerMessage.PaddleMoved.class).size());
        assertEquals(1, next.all(SPECTATOR, ServerMessage.Welcome.class).size(), "he notices nothing");
    }

    @Test
    void who_waits_for_his_first_picture_in_a_hand_over_is_shown_one_by_the_next_owner() {
        var room = FakeRoom.withTwo();
        room.watch();
        room.advance(1_000_000);
        var next = room.handedOver();
        next.watch();
        next.advance(DELAY - TICK);
        assertEquals(List.of(), next.hear(SPECTATOR));
        next.advance(2 * TICK);
        assertEquals(1, next.all(SPECTATOR, ServerMessage.Welcome.class).size());
    }

    @Test
    void a_verdict_under_way_and_not_a_spectator_makes_a_drain_wait() {
        var room = FakeRoom.withTwo();
        room.watch();
        room.say(LEFT, new ClientMessage.Chat("held back"));
        assertTrue(room.session.nextWake().isPresent());
        assertEquals(Long.MAX_VALUE, room.session.nextDecision());
    }

    @Test
    void all_in_the_room_and_the_lobby_are_told_how_many_watch() {
        var room = FakeRoom.withTwo();
        room.watch();
        assertEquals(1, room.last(LEFT, ServerMessage.Spectators.class).count());
        watch(room, OTHER);
        assertEquals(1, room.all(LEFT, ServerMessage.Spectators.class).size(), "once a second at most");
        room.advance(RoomLimits.COUNT_EVERY);
        assertEquals(2, room.last(LEFT, ServerMessage.Spectators.class).count());
        room.advance(DELAY + TICK);
        assertEquals(2, room.last(SPECTATOR, ServerMessage.Spectators.class).count());
        room.detach(OTHER);
        room.advance(RoomLimits.COUNT_WRITTEN_EVERY);
        assertEquals(1, room.last(SPECTATOR, ServerMessage.Spectators.class).count());
        room.say(SPECTATOR, new ClientMessage.Leave());
        assertEquals(CloseCode.NORMAL, room.closed.get(SPECTATOR));
        room.advance(2 * RoomLimits.COUNT_WRITTEN_EVERY);
        assertEquals(0, room.last(RIGHT, ServerMessage.Spectators.class).count());
        assertEquals(
                List.of(2, 1, 0),
                room.events(RelayEvent.SpectatorsChanged.class).stream()
                        .map(RelayEvent.SpectatorsChanged::count)
                        .toList());
    }

    @Test
    void after_a_take_over_the_lobby_is_told_anew() {
        var room = FakeRoom.withTwo();
        room.watch();
        room.advance(RoomLimits.COUNT_WRITTEN_EVERY);
        assertEquals(1, room.events(RelayEvent.SpectatorsChanged.class).size());
        var taken = room.takenOver();
        taken.sit(LEFT, taken.ada, 0);
        taken.advance(RoomLimits.COUNT_WRITTEN_EVERY);
        assertEquals(
                0, taken.events(RelayEvent.SpectatorsChanged.class).getLast().count());
    }

    @Test
    void the_stands_are_bounded_and_those_who_left_make_room() {
        var room = FakeRoom.withTwo();
        for (int i = 0; i < RoomLimits.MAX_SPECTATORS; i++) {
            watch(room, new ConnectionId("relay.a", 100 + i));
        }
        room.watch();
        assertEquals(CloseCode.STANDS_FULL, room.closed.get(SPECTATOR));
        room.detach(new ConnectionId("relay.a", 100));
        room.closed.clear();
        room.watch();
        assertNull(room.closed.get(SPECTATOR));
    }

    @Test
    void one_player_has_one_place_however_often_he_comes() {
        var room = FakeRoom.withTwo();
        room.watch();
        room.handle(new RoomCommand.Attach(OTHER, room.ticket(room.eve, null, false), "another-secret", null));
        assertEquals(CloseCode.REPLACED, room.closed.get(SPECTATOR));
        room.advance(RoomLimits.COUNT_EVERY);
        assertEquals(1, room.last(LEFT, ServerMessage.Spectators.class).count());
    }

    @Test
    void who_takes_a_seat_watches_no_more() {
        var room = new FakeRoom();
        room.sit(LEFT, room.ada, 0);
        room.watch();
        room.handle(new RoomCommand.Attach(OTHER, room.ticket(room.eve, 1, false), "another-secret", null));
        assertEquals(CloseCode.REPLACED, room.closed.get(SPECTATOR));
        room.advance(RoomLimits.COUNT_EVERY);
        assertEquals(0, room.last(LEFT, ServerMessage.Spectators.class).count());
    }

    @Test
    void all_he_may_send_is_emotes_and_nobody_is_disturbed_by_the_rest() {
        var room = FakeRoom.inRally();
        room.watchAndWait();
        var calm = List.copyOf(room.hear(LEFT));
        for (ClientMessage message : List.of(
                new ClientMessage.Aim(room.now, 0),
                new ClientMessage.Commit(room.now, 1),
                new ClientMessage.Chat("move up!"),
                new ClientMessage.Ready(),
                new ClientMessage.Pause(true),
                new ClientMessage.Rematch())) {
            room.say(SPECTATOR, message);
            assertEquals(ErrorCode.NOT_SEATED, room.refusal(SPECTATOR).code(), message.toString());
        }
        room.say(SPECTATOR, new ClientMessage.Hidden(true));
        assertEquals(calm, room.hear(LEFT));
        room.say(SPECTATOR, new ClientMessage.Emote("wow"));
        assertEquals(new ServerMessage.Emoted(null, "wow"), room.hear(LEFT).getLast());
        assertEquals(new ServerMessage.Emoted(null, "wow"), room.hear(SPECTATOR).getLast());
    }

    @Test
    void the_stands_together_do_not_drown_the_players_in_emotes() {
        var room = FakeRoom.withTwo();
        for (int i = 0; i < 100; i++) {
            var connection = new ConnectionId("relay.a", 100 + i);
            watch(room, connection);
            room.say(connection, new ClientMessage.Emote("laugh"));
        }
        assertEquals(
                RoomLimits.STANDS_TALK_BURST,
                room.all(LEFT, ServerMessage.Emoted.class).size());
        var last = new ConnectionId("relay.a", 199);
        assertEquals(ErrorCode.TOO_MANY_REQUESTS, room.refusal(last).code());
    }

    @Test
    void who_stays_away_is_forgotten_after_a_minute() {
        var room = FakeRoom.inRally();
        room.watch();
        room.detach(SPECTATOR);
        room.advance(2 * RoomLimits.SEAT_KEPT / 3);
        room.say(LEFT, new ClientMessage.Pause(true));
        room.resume(OTHER, room.eve, 1, 3);
        assertNull(room.closed.get(OTHER));
        room.detach(OTHER);
        room.advance(2 * RoomLimits.SEAT_KEPT);
        room.resume(OTHER, room.eve, 1, 3);
        assertEquals(CloseCode.TOKEN_BAD_OR_EXPIRED, room.closed.get(OTHER));
    }

    @Test
    void when_the_room_ends_he_is_shown_the_end_first() {
        var room = FakeRoom.inRally();
        room.watchAndWait();
        room.say(LEFT, new ClientMessage.Leave());
        assertEquals(1, room.all(SPECTATOR, ServerMessage.Finished.class).size());
        assertEquals(CloseCode.ROOM_GONE, room.closed.get(SPECTATOR));
    }

    @Test
    void a_room_that_nobody_watches_holds_nothing_back() {
        var room = FakeRoom.withTwo();
        room.watch();
        room.say(SPECTATOR, new ClientMessage.Leave());
        room.advance(DELAY + RoomLimits.COUNT_WRITTEN_EVERY + TICK);
        room.say(LEFT, new ClientMessage.Chat("alone again"));
        assertTrue(room.session.nextWake().isEmpty());
        assertEquals(List.of(), Objects.requireNonNull(room.live().stands()).held());
    }

    @Test
    void a_snapshot_is_of_when_he_came() {
        var room = FakeRoom.withTwo();
        room.watch();
        room.say(LEFT, new ClientMessage.Ready());
        room.say(RIGHT, new ClientMessage.Ready());
        room.advance(DELAY + TICK);
        RoomSnapshot picture = room.last(SPECTATOR, ServerMessage.Welcome.class).snapshot();
        assertEquals(RoomSnapshot.Phase.WAITING, Objects.requireNonNull(picture).phase());
        assertFalse(room.all(LEFT, ServerMessage.Countdown.class).isEmpty());
    }

    private static void watch(FakeRoom room, ConnectionId connection) {
        var player = new Player(PlayerId.random(), "Fan");
        room.handle(
                new RoomCommand.Attach(connection, room.ticket(player, null, false), FakeRoom.secret(player), null));
    }

    private static List<ServerMessage.Numbered> numbered(FakeRoom room, ConnectionId connection) {
        return room.hear(connection).stream()
                .filter(ServerMessage.Numbered.class::isInstance)
                .map(ServerMessage.Numbered.class::cast)
                .toList();
    }

    private static List<String> said(FakeRoom room, ConnectionId connection) {
        return room.all(connection, ServerMessage.ChatSaid.class).stream()
                .map(ServerMessage.ChatSaid::text)
                .toList();
    }
}
