package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.SeatState;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MatchRulesTest {

    @Test
    void one_ready_player_waits_for_the_other() {
        var room = FakeRoom.withTwo();
        room.say(LEFT, new ClientMessage.Ready());
        SeatState seat = room.last(RIGHT, ServerMessage.SeatChanged.class).state();
        assertTrue(seat != null && seat.ready());
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Countdown.class));
    }

    @Test
    void both_ready_start_a_countdown_of_three_seconds_and_the_first_leg_is_sent_ahead() {
        var room = FakeRoom.withTwo();
        room.say(LEFT, new ClientMessage.Ready());
        room.say(RIGHT, new ClientMessage.Ready());
        var countdown = room.last(RIGHT, ServerMessage.Countdown.class);
        assertEquals(room.now + 3 * SECOND, countdown.at());
        room.nextWake();
        assertEquals(countdown.at() - RoomLimits.SERVE_AHEAD, room.now);
        assertEquals(
                countdown.at(), room.last(LEFT, ServerMessage.LegStarted.class).t0());
        assertEquals(1, room.events(RelayEvent.MatchStarted.class).size());
    }

    @Test
    void a_player_who_goes_away_in_the_countdown_stops_it() {
        var room = FakeRoom.withTwo();
        room.say(LEFT, new ClientMessage.Ready());
        room.say(RIGHT, new ClientMessage.Ready());
        room.say(RIGHT, new ClientMessage.Hidden(true));
        room.advance(10 * SECOND);
        assertEquals(List.of(), room.all(LEFT, ServerMessage.LegStarted.class));
        room.say(RIGHT, new ClientMessage.Hidden(false));
        room.say(LEFT, new ClientMessage.Ready());
        room.say(RIGHT, new ClientMessage.Ready());
        assertEquals(2, room.all(LEFT, ServerMessage.Countdown.class).size());
    }

    @Test
    void a_ball_that_nobody_hits_is_a_goal_and_the_next_serve_flies_to_the_one_who_conceded() {
        var room = FakeRoom.inRally();
        var conceding = room.leg().defender();
        room.nextWake();
        var goal = room.last(LEFT, ServerMessage.Goal.class);
        assertEquals(conceding.opponent().number(), goal.scorer());
        assertEquals(room.now + RoomLimits.SERVE_PAUSE, goal.serveAt());
        assertEquals(conceding, room.leg().defender());
        assertEquals(goal.serveAt(), room.leg().t0());
    }

    @Test
    void a_goal_is_not_announced_before_it_is_written() {
        var room = FakeRoom.inRally();
        room.postgresAnswers = false;
        room.nextWake();
        room.advance(20 * SECOND);
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Goal.class));
        var write = room.writes.getLast();
        assertEquals(
                1,
                write.events().stream()
                        .filter(RelayEvent.ScoreChanged.class::isInstance)
                        .count());
        room.handle(new RoomCommand.Written(write.revision()));
        assertEquals(1, room.all(LEFT, ServerMessage.Goal.class).size());
        assertEquals(room.now + RoomLimits.SERVE_PAUSE, room.leg().t0(), "the rally waited too");
    }

    @Test
    void eleven_goals_end_the_match_with_one_result() {
        var room = FakeRoom.inRally();
        play(room);
        var finished = room.last(RIGHT, ServerMessage.Finished.class);
        assertEquals(MatchResult.Ending.PLAYED, finished.result().ending());
        assertTrue(finished.result().score().contains(11)
                || finished.result().score().contains(21));
        assertEquals(1, room.events(RelayEvent.MatchFinished.class).size());
        assertEquals(
                finished.result(),
                room.events(RelayEvent.MatchFinished.class).getFirst().result());
        assertNull(room.last(LEFT, ServerMessage.Goal.class).serveAt());
        assertEquals(
                assertInstanceOf(FairnessReceipt.class, finished.receipt()).verdicts(),
                room.all(LEFT, ServerMessage.LegStarted.class).size());
    }

    @Test
    void a_result_is_not_announced_before_it_is_written() {
        var room = FakeRoom.inRally();
        room.postgresAnswers = false;
        room.say(LEFT, new ClientMessage.Leave());
        assertEquals(List.of(), room.all(RIGHT, ServerMessage.Finished.class));
        List.copyOf(room.writes).forEach(write -> room.handle(new RoomCommand.Written(write.revision())));
        assertEquals(1, room.all(RIGHT, ServerMessage.Finished.class).size());
    }

    @Test
    void a_rematch_takes_both_to_the_next_match() {
        var room = FakeRoom.inRally();
        play(room);
        var first = room.last(LEFT, ServerMessage.Finished.class).result().match();
        room.say(LEFT, new ClientMessage.Rematch());
        room.say(LEFT, new ClientMessage.Rematch());
        assertEquals(1, room.all(RIGHT, ServerMessage.RematchAsked.class).size());
        assertEquals(1, room.all(RIGHT, ServerMessage.Countdown.class).size());
        room.say(RIGHT, new ClientMessage.Rematch());
        assertNotEquals(first, room.last(RIGHT, ServerMessage.Countdown.class).match());
        room.advance(RoomLimits.COUNTDOWN);
        assertEquals(2, room.events(RelayEvent.MatchStarted.class).size());
    }

    @Test
    void who_leaves_a_running_match_forfeits_it() {
        var room = FakeRoom.inRally();
        room.say(RIGHT, new ClientMessage.Leave());
        var result = room.last(LEFT, ServerMessage.Finished.class).result();
        assertEquals(MatchResult.Ending.LEFT, result.ending());
        assertEquals(0, result.winner());
        assertEquals(CloseCode.NORMAL, room.closed.get(RIGHT));
        assertNull(room.last(LEFT, ServerMessage.SeatChanged.class).state());
    }

    @Test
    void the_room_waits_again_when_the_second_player_leaves_before_the_start() {
        var room = FakeRoom.withTwo();
        room.say(LEFT, new ClientMessage.Ready());
        room.say(RIGHT, new ClientMessage.Leave());
        assertEquals(1, room.events(RelayEvent.SeatLeft.class).size());
        assertFalse(room.stopped);
        room.sit(FakeRoom.OTHER, room.eve, 1);
        var snapshot = room.last(FakeRoom.OTHER, ServerMessage.Welcome.class).snapshot();
        assertTrue(snapshot != null && snapshot.phase() == RoomSnapshot.Phase.WAITING);
    }

    @Test
    void the_room_closes_when_its_creator_leaves_and_everybody_is_told() {
        var room = FakeRoom.withTwo();
        room.watch();
        room.say(LEFT, new ClientMessage.Leave());
        assertEquals(CloseCode.NORMAL, room.closed.get(LEFT));
        assertEquals(CloseCode.ROOM_GONE, room.closed.get(RIGHT));
        assertEquals(CloseCode.ROOM_GONE, room.closed.get(FakeRoom.SPECTATOR));
        assertEquals(1, room.events(RelayEvent.RoomClosed.class).size());
        assertTrue(room.stopped);
    }

    @Test
    void the_creator_who_leaves_a_running_match_forfeits_it_first() {
        var room = FakeRoom.inRally();
        room.say(LEFT, new ClientMessage.Leave());
        assertEquals(1, room.last(RIGHT, ServerMessage.Finished.class).result().winner());
        assertEquals(CloseCode.ROOM_GONE, room.closed.get(RIGHT));
    }

    @Test
    void a_room_in_which_nobody_seated_is_connected_for_a_minute_closes() {
        var room = FakeRoom.withTwo();
        room.detach(LEFT);
        room.detach(RIGHT);
        room.advance(59 * SECOND);
        assertFalse(room.stopped);
        room.advance(SECOND);
        assertTrue(room.stopped);
        assertTrue(room.writes.getLast().closes());
    }

    @Test
    void a_seat_is_kept_a_minute_for_a_player_who_is_cut_off_before_the_start() {
        var room = FakeRoom.withTwo();
        room.detach(RIGHT);
        room.advance(59 * SECOND);
        assertEquals(List.of(), room.events(RelayEvent.SeatLeft.class));
        room.advance(SECOND);
        var leftAt = Instant.EPOCH.plus(FakeRoom.ORIGIN + room.now, ChronoUnit.MICROS);
        assertEquals(
                List.of(new RelayEvent.SeatLeft(room.room, 1, room.bob.id(), leftAt)),
                room.events(RelayEvent.SeatLeft.class));
    }

    @Test
    void a_hidden_player_who_waits_keeps_seat_and_room() {
        var room = new FakeRoom();
        room.sit(LEFT, room.ada, 0);
        room.say(LEFT, new ClientMessage.Hidden(true));
        room.advance(600 * SECOND);
        assertFalse(room.stopped);
    }

    @Test
    void an_idle_room_wants_no_timer() {
        assertTrue(FakeRoom.withTwo().session.nextWake().isEmpty());
    }

    @Test
    void the_lobby_may_free_a_seat_and_delete_the_room() {
        var room = FakeRoom.withTwo();
        room.handle(new RoomCommand.GiveUpSeat(1, room.ada.id()));
        assertNull(room.closed.get(RIGHT), "that was not who sits there");
        room.handle(new RoomCommand.GiveUpSeat(1, room.bob.id()));
        assertEquals(CloseCode.NORMAL, room.closed.get(RIGHT));
        room.handle(new RoomCommand.Delete());
        assertEquals(CloseCode.ROOM_GONE, room.closed.get(LEFT));
        assertTrue(room.stopped);
    }

    private static void play(FakeRoom room) {
        for (int i = 0; i < 60 && room.all(LEFT, ServerMessage.Finished.class).isEmpty(); i++) {
            room.nextWake();
        }
    }
}
