package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SPECTATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.games.tictactoe.TurnClock;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.ServerMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal has its code, writes nothing and tells nobody else. */
class TicTacToeRefusalTest {
    private final FakeRoom room = FakeRoom.inMatch(GameKind.TICTACTOE);

    @Test
    void a_taken_cell() {
        room.play(4);
        assertRefused(ErrorCode.CELL_TAKEN, room.mover(), room.move(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 9, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void a_cell_that_is_not_on_the_board(int cell) {
        assertRefused(ErrorCode.MESSAGE_INVALID, room.mover(), room.move(cell));
    }

    @Test
    void a_move_in_the_turn_of_the_other() {
        assertRefused(ErrorCode.NOT_YOUR_TURN, room.mover().equals(LEFT) ? RIGHT : LEFT, room.move(4));
    }

    @Test
    void a_move_that_answers_another_turn() {
        var early = room.move(8);
        room.play(0);
        room.play(1);
        assertRefused(ErrorCode.MOVE_STALE, room.mover(), early);
        long newest = room.move(8).expectedSeq();
        assertRefused(ErrorCode.MOVE_STALE, room.mover(), new ClientMessage.Play(8, newest + 1));
        assertRefused(ErrorCode.MOVE_STALE, room.mover(), new ClientMessage.Play(8, 0));
        assertRefused(ErrorCode.MOVE_STALE, room.mover(), new ClientMessage.Play(8, Long.MIN_VALUE));
    }

    @Test
    void the_same_move_again_while_it_is_written_and_after() {
        room.postgresAnswers = false;
        var mover = room.mover();
        var move = room.move(4);
        room.say(mover, move);
        assertRefused(ErrorCode.NOT_NOW, mover, move);
        room.handle(new RoomCommand.Written(room.writes.getLast().revision()));
        assertRefused(ErrorCode.NOT_YOUR_TURN, mover, move);
        assertEquals(1, room.all(LEFT, ServerMessage.Played.class).size());
    }

    @Test
    void a_move_before_the_start() {
        var waiting = FakeRoom.withTwo(GameKind.TICTACTOE);
        assertRefused(waiting, ErrorCode.NOT_NOW, LEFT, new ClientMessage.Play(0, 1));
        waiting.say(LEFT, new ClientMessage.Ready());
        waiting.say(RIGHT, new ClientMessage.Ready());
        for (var seat : new ConnectionId[] {LEFT, RIGHT}) {
            assertRefused(waiting, ErrorCode.NOT_NOW, seat, new ClientMessage.Play(0, 1));
        }
        waiting.advance(RoomLimits.COUNTDOWN - 1);
        for (var seat : new ConnectionId[] {LEFT, RIGHT}) {
            assertRefused(waiting, ErrorCode.NOT_NOW, seat, new ClientMessage.Play(0, 1));
        }
    }

    @Test
    void a_move_after_the_end() {
        for (int cell : new int[] {0, 3, 1, 4, 2}) {
            room.play(cell);
        }
        assertRefused(ErrorCode.NOT_NOW, LEFT, room.move(8));
        assertRefused(ErrorCode.NOT_NOW, RIGHT, room.move(8));
        assertRefused(ErrorCode.NOT_NOW, RIGHT, new ClientMessage.Resign());
    }

    @Test
    void a_move_after_the_time_was_up_though_nobody_woke_the_room() {
        room.now += TurnClock.TURN + TurnClock.GRACE;
        room.play(4);
        assertEquals(
                ErrorCode.NOT_NOW,
                room.last(room.mover(), ServerMessage.Refused.class).code());
        assertEquals(1, room.all(LEFT, ServerMessage.Finished.class).size());
    }

    @Test
    void a_move_while_paused_and_until_play_goes_on() {
        var mover = room.mover();
        var move = room.move(4);
        room.say(RIGHT, new ClientMessage.Pause(true));
        assertRefused(ErrorCode.NOT_NOW, mover, move);
        room.say(RIGHT, new ClientMessage.Pause(false));
        room.advance(RoomLimits.RESUME_LEAD - 1);
        assertRefused(ErrorCode.NOT_NOW, mover, move);
        room.advance(1);
        assertRefused(ErrorCode.MOVE_STALE, mover, move);
        room.play(4);
        assertEquals(1, room.all(LEFT, ServerMessage.Played.class).size());
    }

    @Test
    void a_spectators_move_and_resignation() {
        room.watch();
        assertRefused(ErrorCode.NOT_SEATED, SPECTATOR, room.move(4));
        assertRefused(ErrorCode.NOT_SEATED, SPECTATOR, new ClientMessage.Resign());
    }

    @Test
    void aims_and_commits() {
        assertRefused(ErrorCode.GAME_WRONG, room.mover(), new ClientMessage.Aim(room.now, 1));
        assertRefused(ErrorCode.GAME_WRONG, room.mover(), new ClientMessage.Commit(room.now, 1));
    }

    @Test
    void a_move_on_a_board_where_pong_is_played() {
        var pong = FakeRoom.inRally();
        assertRefused(pong, ErrorCode.GAME_WRONG, LEFT, new ClientMessage.Play(4, 1));
        assertRefused(FakeRoom.withTwo(), ErrorCode.GAME_WRONG, LEFT, new ClientMessage.Play(4, 1));
    }

    private void assertRefused(ErrorCode code, ConnectionId connection, ClientMessage message) {
        assertRefused(room, code, connection, message);
    }

    private static void assertRefused(FakeRoom room, ErrorCode code, ConnectionId connection, ClientMessage message) {
        ConnectionId other = connection.equals(LEFT) ? RIGHT : LEFT;
        int heardByOther = room.hear(other).size();
        int heard = room.hear(connection).size();
        int writes = room.writes.size();
        room.say(connection, message);
        assertEquals(code, room.refusal(connection).code());
        assertEquals(heard + 1, room.hear(connection).size());
        assertEquals(heardByOther, room.hear(other).size());
        assertEquals(writes, room.writes.size());
    }
}
