package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SECOND;
import static io.trashpong.relay.room.TicTacToeMatchTest.board;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.games.tictactoe.TurnClock;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pauses, players who come back, and changes of the owner in the middle of a game. */
class TicTacToeInterruptionTest {
    private final FakeRoom room = FakeRoom.inMatch(GameKind.TICTACTOE);

    @Test
    void the_clock_stands_still_while_a_player_is_away_and_goes_on_with_what_was_left() {
        room.play(4);
        int seat = turn(room).seat();
        room.advance(12 * SECOND);
        room.detach(LEFT);
        room.advance(25 * SECOND);
        assertEquals(List.of(), room.all(RIGHT, ServerMessage.Finished.class));
        room.sit(LEFT, room.ada, 0);
        room.advance(RoomLimits.RESUME_LEAD);
        assertEquals(seat, turn(room).seat());
        assertEquals(room.now + 18 * SECOND, turn(room).until());
    }

    @Test
    void who_is_away_for_longer_than_his_budget_forfeits() {
        room.play(4);
        room.detach(RIGHT);
        room.advance(RoomLimits.PAUSE_BUDGET);
        var result = room.last(LEFT, ServerMessage.Finished.class).result();
        assertEquals(Ending.AWAY, result.ending());
        assertEquals(0, result.winner());
    }

    @Test
    void who_comes_back_hears_the_moves_he_missed() {
        room.play(4);
        long seen = room.last(RIGHT, ServerMessage.Turn.class).seq();
        room.detach(RIGHT);
        room.resume(RIGHT, room.bob, 1, seen - 2);
        assertTrue(room.last(RIGHT, ServerMessage.Welcome.class).recovered());
        assertEquals(2, room.all(RIGHT, ServerMessage.Played.class).size(), "before and again");
    }

    @Test
    void a_move_that_is_written_while_the_other_is_away_is_told_and_the_turn_waits() {
        room.postgresAnswers = false;
        room.play(4);
        int turns = room.all(LEFT, ServerMessage.Turn.class).size();
        room.detach(RIGHT);
        room.handle(new RoomCommand.Written(room.writes.getLast().revision()));
        assertEquals(1, room.all(LEFT, ServerMessage.Played.class).size());
        assertEquals(List.of(4), board(room).moves());
        room.advance(5 * SECOND);
        assertEquals(turns, room.all(LEFT, ServerMessage.Turn.class).size());
        room.postgresAnswers = true;
        room.sit(RIGHT, room.bob, 1);
        room.advance(RoomLimits.RESUME_LEAD);
        assertEquals(room.now + TurnClock.TURN, turn(room).until());
    }

    @Test
    void a_room_that_is_taken_over_has_every_move_and_begins_the_turn_again() {
        room.play(4);
        room.play(0);
        int seat = turn(room).seat();
        room.advance(20 * SECOND);
        var taken = room.takenOver();
        taken.sit(LEFT, room.ada, 0);
        assertEquals(List.of(4, 0), board(taken).moves());
        taken.sit(RIGHT, room.bob, 1);
        taken.advance(RoomLimits.RESUME_LEAD);
        assertEquals(seat, turn(taken).seat());
        assertEquals(taken.now + TurnClock.TURN, turn(taken).until());
        taken.play(8);
        taken.play(1);
        taken.play(2);
        taken.play(6);
        taken.play(5);
        assertEquals(
                seat, taken.last(LEFT, ServerMessage.Finished.class).result().winner());
    }

    @Test
    void a_finished_match_that_is_taken_over_knows_who_begins_the_next() {
        for (int cell : new int[] {0, 3, 1, 4, 2}) {
            room.play(cell);
        }
        var result = room.last(LEFT, ServerMessage.Finished.class).result();
        var taken = room.takenOver();
        taken.sit(LEFT, room.ada, 0);
        taken.sit(RIGHT, room.bob, 1);
        taken.say(LEFT, new ClientMessage.Rematch());
        taken.say(RIGHT, new ClientMessage.Rematch());
        taken.advance(RoomLimits.COUNTDOWN);
        assertNotNull(result.winner());
        assertNotEquals(result.winner(), turn(taken).seat());
    }

    @Test
    void a_room_that_is_handed_over_goes_on_in_the_same_turn() {
        room.play(4);
        room.advance(12 * SECOND);
        var before = turn(room);
        var handed = room.handedOver();
        assertEquals(
                new RoomSnapshot.OpenTurn(before.seq(), before.seat(), before.until()),
                board(handed).turn());
        handed.play(0);
        assertEquals(2, handed.all(LEFT, ServerMessage.Played.class).size());
        handed.advance(TurnClock.TURN + TurnClock.GRACE);
        assertEquals(
                Ending.TIME,
                handed.last(LEFT, ServerMessage.Finished.class).result().ending());
    }

    @Test
    void a_room_that_is_handed_over_while_paused_keeps_what_was_left_of_the_turn() {
        room.advance(12 * SECOND);
        room.say(LEFT, new ClientMessage.Pause(true));
        var handed = room.handedOver();
        handed.advance(3 * SECOND);
        handed.say(LEFT, new ClientMessage.Pause(false));
        handed.advance(RoomLimits.RESUME_LEAD);
        assertEquals(handed.now + 18 * SECOND, turn(handed).until());
    }

    private static ServerMessage.Turn turn(FakeRoom room) {
        return room.last(LEFT, ServerMessage.Turn.class);
    }
}
