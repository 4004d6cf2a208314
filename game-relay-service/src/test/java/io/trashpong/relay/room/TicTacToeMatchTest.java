package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.trashpong.games.tictactoe.TurnClock;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.TurnReceipt;
import io.trashpong.protocol.event.RelayEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicTacToeMatchTest {
    private final FakeRoom room = FakeRoom.inMatch(GameKind.TICTACTOE);

    @Test
    void both_are_told_whose_turn_it_is_and_until_when() {
        var turn = room.last(RIGHT, ServerMessage.Turn.class);
        assertEquals(turn, room.last(LEFT, ServerMessage.Turn.class));
        assertEquals(room.now + TurnClock.TURN, turn.until());
    }

    @Test
    void a_move_is_told_to_all_and_the_other_is_next() {
        int first = room.last(LEFT, ServerMessage.Turn.class).seat();
        room.play(4);
        for (var member : List.of(LEFT, RIGHT)) {
            var played = room.last(member, ServerMessage.Played.class);
            assertEquals(first, played.seat());
            assertEquals(4, played.cell());
            assertEquals(1 - first, room.last(member, ServerMessage.Turn.class).seat());
        }
    }

    @Test
    void a_move_is_not_told_before_it_is_written_and_stands_in_the_row_then() {
        room.postgresAnswers = false;
        room.play(4);
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Played.class));
        assertEquals(List.of(), board(room).moves());
        room.handle(new RoomCommand.Written(room.writes.getLast().revision()));
        assertEquals(1, room.all(LEFT, ServerMessage.Played.class).size());
        assertEquals(List.of(4), board(room.takenOver()).moves());
    }

    @Test
    void three_in_a_row_win() {
        int first = room.last(LEFT, ServerMessage.Turn.class).seat();
        playAll(0, 3, 1, 4, 2);
        var result = finished().result();
        assertEquals(first, result.winner());
        assertEquals(Ending.PLAYED, result.ending());
        assertEquals(first == 0 ? List.of(1, 0) : List.of(0, 1), result.score());
        assertEquals(
                result, room.events(RelayEvent.MatchFinished.class).getFirst().result());
        assertEquals(5, room.all(LEFT, ServerMessage.Played.class).size(), "the last move is told, too");
    }

    @Test
    void nine_marks_without_a_row_are_a_draw() {
        playAll(0, 1, 2, 4, 3, 5, 7, 6, 8);
        assertEquals(
                new MatchResult(finished().result().match(), null, List.of(0, 0), Ending.PLAYED),
                finished().result());
    }

    @Test
    void who_lets_his_time_run_out_loses() {
        room.play(4);
        int slow = room.last(LEFT, ServerMessage.Turn.class).seat();
        room.advance(TurnClock.TURN + TurnClock.GRACE - 1);
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Finished.class));
        room.advance(1);
        assertEquals(Ending.TIME, finished().result().ending());
        assertEquals(1 - slow, finished().result().winner());
    }

    @Test
    void a_move_that_was_on_its_way_when_the_time_was_up_counts() {
        room.now += TurnClock.TURN + TurnClock.GRACE - 1;
        room.play(4);
        assertEquals(1, room.all(LEFT, ServerMessage.Played.class).size());
    }

    @Test
    void who_resigns_loses_and_stays() {
        room.play(4);
        room.say(RIGHT, new ClientMessage.Resign());
        assertEquals(0, finished().result().winner());
        assertEquals(Ending.RESIGNED, finished().result().ending());
        room.say(LEFT, new ClientMessage.Rematch());
        room.say(RIGHT, new ClientMessage.Rematch());
        assertEquals(2, room.all(RIGHT, ServerMessage.Countdown.class).size());
    }

    @Test
    void the_loser_begins_the_rematch() {
        playAll(0, 3, 1, 4, 2);
        assertNotEquals(finished().result().winner(), firstOfRematch());
        playAll(0, 3, 1, 4, 2);
        assertNotEquals(finished().result().winner(), firstOfRematch());
    }

    @Test
    void who_was_second_in_a_draw_begins_the_rematch() {
        int first = room.last(LEFT, ServerMessage.Turn.class).seat();
        playAll(0, 1, 2, 4, 3, 5, 7, 6, 8);
        assertEquals(1 - first, firstOfRematch());
    }

    @Test
    void what_each_took_is_in_the_receipt_and_what_stood_still_is_not() {
        room.advance(4 * SECOND);
        room.say(LEFT, new ClientMessage.Pause(true));
        room.advance(20 * SECOND);
        room.say(LEFT, new ClientMessage.Pause(false));
        room.advance(RoomLimits.RESUME_LEAD + 2 * SECOND);
        int first = room.last(LEFT, ServerMessage.Turn.class).seat();
        room.play(0);
        room.advance(3 * SECOND);
        room.play(3);
        room.advance(SECOND);
        playAll(1, 4, 2);
        var turns = assertInstanceOf(TurnReceipt.class, finished().receipt()).turns();
        assertEquals(new TurnReceipt.Side(3, 7 * SECOND, 6 * SECOND), turns.get(first));
        assertEquals(new TurnReceipt.Side(2, 3 * SECOND, 3 * SECOND), turns.get(1 - first));
    }

    @Test
    void the_end_is_in_the_snapshot_of_who_comes_late() {
        playAll(0, 3, 1, 4, 2);
        var snapshot = snapshot(room);
        assertEquals(RoomSnapshot.Phase.FINISHED, snapshot.phase());
        assertEquals(List.of(0, 3, 1, 4, 2), board(room).moves());
        assertNull(board(room).turn());
        assertEquals(finished().result(), snapshot.result());
    }

    private void playAll(int... cells) {
        for (int cell : cells) {
            room.play(cell);
        }
    }

    private ServerMessage.Finished finished() {
        return room.last(LEFT, ServerMessage.Finished.class);
    }

    private int firstOfRematch() {
        room.say(LEFT, new ClientMessage.Rematch());
        room.say(RIGHT, new ClientMessage.Rematch());
        room.advance(RoomLimits.COUNTDOWN);
        return room.last(LEFT, ServerMessage.Turn.class).seat();
    }

    static RoomSnapshot snapshot(FakeRoom room) {
        room.sit(LEFT, room.ada, 0);
        var snapshot = room.last(LEFT, ServerMessage.Welcome.class).snapshot();
        return assertInstanceOf(RoomSnapshot.class, snapshot);
    }

    static RoomSnapshot.TicTacToeBoard board(FakeRoom room) {
        return assertInstanceOf(
                RoomSnapshot.TicTacToeBoard.class, snapshot(room).board());
    }
}
