package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.ServerMessage.PauseReason;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PauseRulesTest {

    @Test
    void a_player_who_is_cut_off_pauses_the_match_and_has_thirty_seconds() {
        var room = FakeRoom.inRally();
        room.detach(RIGHT);
        var paused = room.last(LEFT, ServerMessage.Paused.class);
        assertEquals(
                new ServerMessage.Paused(paused.seq(), 1, PauseReason.AWAY, room.now, room.now + 30 * SECOND), paused);
        room.advance(29 * SECOND);
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Finished.class));
        room.advance(SECOND);
        var result = room.last(LEFT, ServerMessage.Finished.class).result();
        assertEquals(MatchResult.Ending.AWAY, result.ending());
        assertEquals(0, result.winner());
    }

    @Test
    void the_ball_flies_on_from_where_it_was_when_he_is_back() {
        var room = FakeRoom.inRally();
        room.advance(200_000);
        var before = room.leg();
        room.say(RIGHT, new ClientMessage.Hidden(true));
        long pausedAt = room.now;
        room.advance(5 * SECOND);
        room.say(RIGHT, new ClientMessage.Hidden(false));
        var resumed = room.last(LEFT, ServerMessage.Resumed.class);
        assertEquals(room.now + RoomLimits.RESUME_LEAD, resumed.at());
        var after = room.leg();
        assertEquals(before.leg(), after.leg());
        assertEquals(before.xAt(pausedAt), after.xAt(resumed.at()));
        assertEquals(before.yAt(pausedAt), after.yAt(resumed.at()));
    }

    @Test
    void the_budget_is_for_the_whole_match() {
        var room = FakeRoom.inRally();
        room.say(LEFT, new ClientMessage.Pause(true));
        room.nextWake();
        assertEquals(
                PauseReason.ASKED, room.last(RIGHT, ServerMessage.Paused.class).reason());
        room.advance(18 * SECOND + SECOND / 2);
        room.say(LEFT, new ClientMessage.Pause(false));
        room.say(LEFT, new ClientMessage.Hidden(true));
        assertEquals(
                room.now + 10 * SECOND,
                room.last(RIGHT, ServerMessage.Paused.class).until(),
                "18.5 s, and 1.5 s until play would have gone on");
        room.advance(10 * SECOND);
        assertEquals(1, room.last(RIGHT, ServerMessage.Finished.class).result().winner());
    }

    @Test
    void nobody_pays_while_both_are_away() {
        var room = FakeRoom.inRally();
        room.detach(LEFT);
        room.detach(RIGHT);
        room.advance(50 * SECOND);
        room.resume(LEFT, room.ada, 1, 0);
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Finished.class));
        room.advance(29 * SECOND);
        room.resume(RIGHT, room.bob, 1, 0);
        assertEquals(1, room.all(LEFT, ServerMessage.Resumed.class).size());
    }

    @Test
    void only_the_one_who_is_missing_pays_when_the_other_had_asked_for_the_pause() {
        var room = FakeRoom.inRally();
        room.say(LEFT, new ClientMessage.Pause(true));
        room.detach(RIGHT);
        room.advance(30 * SECOND);
        assertEquals(0, room.last(LEFT, ServerMessage.Finished.class).result().winner());
    }

    @Test
    void a_second_pause_within_the_lead_of_the_first_does_not_throw_the_ball_back() {
        var room = FakeRoom.inRally();
        room.advance(300_000);
        var before = room.leg();
        long first = room.now;
        room.say(LEFT, new ClientMessage.Hidden(true));
        room.say(LEFT, new ClientMessage.Hidden(false));
        room.advance(100_000);
        room.say(LEFT, new ClientMessage.Hidden(true));
        room.say(LEFT, new ClientMessage.Hidden(false));
        long at = room.last(LEFT, ServerMessage.Resumed.class).at();
        assertEquals(before.xAt(first), room.leg().xAt(at));
    }

    @Test
    void after_a_take_over_the_rally_is_a_let_with_the_score_of_the_row() {
        var room = FakeRoom.inRally();
        room.nextWake();
        var score = room.last(LEFT, ServerMessage.Goal.class).score();
        var towards = room.leg().defender();
        room.advance(1_500_000);
        var taken = room.takenOver();
        taken.resume(LEFT, room.ada, 1, 5);
        var welcome = taken.last(LEFT, ServerMessage.Welcome.class);
        assertEquals(2, welcome.epoch());
        var snapshot = welcome.snapshot();
        assertTrue(!welcome.recovered() && snapshot != null);
        assertEquals(score, snapshot.score());
        assertEquals(RoomSnapshot.Phase.PAUSED, snapshot.phase(), "no ball flies before both are back");
        taken.resume(RIGHT, room.bob, 1, 5);
        assertEquals(towards, taken.leg().defender(), "the same point is served again");
        assertEquals(
                taken.last(LEFT, ServerMessage.Resumed.class).at(), taken.leg().t0());
    }

    @Test
    void who_comes_anew_during_a_pause_is_told_where_the_ball_stands_and_how_long_it_may() {
        var room = FakeRoom.inRally();
        room.advance(200_000);
        room.say(LEFT, new ClientMessage.Pause(true));
        room.nextWake();
        var paused = room.last(RIGHT, ServerMessage.Paused.class);
        room.advance(12 * SECOND);
        room.watchAndWait();
        var snapshot =
                room.last(FakeRoom.SPECTATOR, ServerMessage.Welcome.class).snapshot();
        assertTrue(snapshot != null);
        assertEquals(new RoomSnapshot.Pause(0, PauseReason.ASKED, paused.at(), paused.until()), snapshot.pause());
    }

    @Test
    void a_pause_that_becomes_the_other_seats_holds_the_ball_where_it_was() {
        var room = FakeRoom.inRally();
        room.say(LEFT, new ClientMessage.Pause(true));
        room.nextWake();
        long at = room.last(LEFT, ServerMessage.Paused.class).at();
        room.advance(3 * SECOND);
        room.detach(RIGHT);
        var paused = room.last(LEFT, ServerMessage.Paused.class);
        assertEquals(new ServerMessage.Paused(paused.seq(), 1, PauseReason.AWAY, at, room.now + 30 * SECOND), paused);
    }

    @Test
    void a_finished_match_stays_finished_after_a_take_over() {
        var room = FakeRoom.inRally();
        room.advance(200 * SECOND);
        assertEquals(1, room.all(LEFT, ServerMessage.Finished.class).size());
        var taken = room.takenOver();
        taken.resume(LEFT, room.ada, 1, 5);
        var snapshot = taken.last(LEFT, ServerMessage.Welcome.class).snapshot();
        assertTrue(snapshot != null && snapshot.phase() == RoomSnapshot.Phase.FINISHED && snapshot.result() != null);
    }
}
