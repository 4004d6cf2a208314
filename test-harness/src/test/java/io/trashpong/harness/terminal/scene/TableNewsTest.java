package io.trashpong.harness.terminal.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.harness.terminal.view.Line;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.SeatState;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.TurnReceipt;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableNewsTest {
    private static final Player ME = new Player(PlayerId.random(), "Ada");
    private static final Player BOB = new Player(PlayerId.random(), "Bob");
    private static final RoomId ROOM = RoomId.random();
    private static final MatchId MATCH = MatchId.random();
    private static final SeatState SITTING = new SeatState(BOB, SeatState.Presence.HERE, true, 30_000);

    private Scene scene = Scene.of(ME).withTable(Table.of(ROOM, "A table", GameKind.TICTACTOE, 0));

    @Test
    void who_sits_down_is_ready_at_once_and_again_when_the_room_asks_anew() {
        Step welcomed = hear(welcome(snapshot(RoomSnapshot.Phase.WAITING, null)));
        assertEquals(List.of(new Errand.Send(new ClientMessage.Ready())), welcomed.errands());
        assertTrue(told(welcomed).contains("wait for somebody"), told(welcomed));

        assertEquals(
                List.of(), hear(new ServerMessage.SeatChanged(1, 0, me(true))).errands());
        Step anew = hear(new ServerMessage.SeatChanged(2, 0, me(false)));
        assertEquals(List.of(new Errand.Send(new ClientMessage.Ready())), anew.errands());
    }

    @Test
    void a_match_is_told_move_by_move() {
        playAMatch();
    }

    @Test
    void a_rematch_begins_with_an_empty_board() {
        playAMatch();
        var _ = hear(new ServerMessage.Countdown(9, MATCH, 0));
        assertTrue(told(hear(new ServerMessage.Turn(10, 1, 0))).contains("1  1 | 2 | 3 "));
    }

    private void playAMatch() {
        var _ = hear(welcome(snapshot(RoomSnapshot.Phase.WAITING, null)));
        assertEquals("Bob sits down.", told(hear(new ServerMessage.SeatChanged(1, 1, SITTING))));
        assertTrue(told(hear(new ServerMessage.Countdown(2, MATCH, 0))).contains("You are X"));
        assertTrue(told(hear(new ServerMessage.Turn(3, 0, 0))).contains("Your turn"));
        assertTrue(table().isPlaying());
        assertEquals(3, Objects.requireNonNull(table().turn()).seq());

        assertTrue(told(hear(new ServerMessage.Played(4, 0, 4))).contains("2  4 | X | 6 "));
        assertEquals("It is Bob's turn.", told(hear(new ServerMessage.Turn(5, 1, 0))));
        assertTrue(told(hear(new ServerMessage.Played(6, 1, 0))).startsWith("Bob has taken 1 1.\n"));

        assertTrue(told(hear(finished(0, MatchResult.Ending.PLAYED))).startsWith("You have won!"));
        assertFalse(table().isPlaying());
        assertEquals("Bob wants another match: again?", told(hear(new ServerMessage.RematchAsked(8, 1))));
    }

    @Test
    void three_in_a_row_stand_in_brackets() {
        var board = new RoomSnapshot.TicTacToeBoard(0, List.of(0, 3, 1, 4, 2), null);
        String told = told(hear(welcome(snapshot(RoomSnapshot.Phase.FINISHED, board))));
        assertTrue(told.contains("1 [X]|[X]|[X]"), told);
    }

    @Test
    void after_a_reconnect_what_stands_is_shown_or_nothing_when_nothing_was_missed() {
        var _ = hear(welcome(snapshot(RoomSnapshot.Phase.WAITING, null)));
        var board = new RoomSnapshot.TicTacToeBoard(1, List.of(8), new RoomSnapshot.OpenTurn(7, 0, 0));
        lose();
        String told = told(hear(welcome(snapshot(RoomSnapshot.Phase.RALLY, board))));
        assertTrue(told.startsWith("Back at the table; it stands so:"), told);
        assertTrue(told.contains("3  7 | 8 | O ") && told.endsWith("or the number of a cell."), told);

        lose();
        assertEquals("Back at the table; nothing was missed.", told(hear(welcome(null))));
        assertTrue(table().reached());
    }

    @Test
    void endings_are_told_from_where_one_sits() {
        var _ = hear(welcome(snapshot(RoomSnapshot.Phase.WAITING, null)));
        var _ = hear(new ServerMessage.SeatChanged(1, 1, SITTING));
        assertTrue(told(hear(finished(0, MatchResult.Ending.RESIGNED))).startsWith("You have won! Bob gives up."));
        assertTrue(told(hear(finished(1, MatchResult.Ending.TIME))).startsWith("Bob has won. The time"));
        assertTrue(told(hear(finished(null, MatchResult.Ending.PLAYED))).startsWith("A draw."));
    }

    @Test
    void delays_are_kept_and_refusals_told_in_our_words() {
        assertEquals(
                List.of(),
                hear(new ServerMessage.Delay(1, List.of(3_000L, 2_000L))).lines());
        assertEquals(List.of(3_000L, 2_000L), table().delays().get(1));
        assertEquals(
                "That cell is taken.",
                told(hear(new ServerMessage.Refused(ErrorCode.CELL_TAKEN, false, "cell 4 is taken"))));
    }

    @Test
    void a_hostile_name_and_a_hostile_word_are_plain_text() {
        var _ = hear(welcome(snapshot(RoomSnapshot.Phase.WAITING, null)));
        var eve = new Player(PlayerId.random(), "\u001b[2JEve\u202e");
        String told = told(hear(new ServerMessage.ChatSaid(1, eve, "a\r\n\u001b]0;owned\u0007")));
        assertFalse(told.codePoints().anyMatch(point -> point < ' ' || point == 0x202e), told);
    }

    private Step hear(ServerMessage message) {
        Step step = TableNews.hear(scene, table(), message);
        scene = step.scene();
        return step;
    }

    private Table table() {
        return Objects.requireNonNull(scene.table());
    }

    private void lose() {
        scene = scene.withTable(table().withReached(false));
    }

    private static SeatState me(boolean ready) {
        return new SeatState(ME, SeatState.Presence.HERE, ready, 30_000);
    }

    private static RoomSnapshot snapshot(RoomSnapshot.Phase phase, RoomSnapshot.@Nullable Board board) {
        return new RoomSnapshot(
                GameKind.TICTACTOE,
                phase,
                Arrays.asList(me(false), null),
                0,
                null,
                List.of(0, 0),
                null,
                null,
                board,
                null,
                null);
    }

    private static ServerMessage welcome(@Nullable RoomSnapshot snapshot) {
        return new ServerMessage.Welcome(
                ROOM, new ServerMessage.You(ME, 0, 0), 1, 0, 0, snapshot, "secret", snapshot == null);
    }

    private static ServerMessage finished(@Nullable Integer winner, MatchResult.Ending ending) {
        var result = new MatchResult(MATCH, winner, List.of(0, 0), ending);
        return new ServerMessage.Finished(7, result, new TurnReceipt(List.of()));
    }

    private static String told(Step step) {
        return step.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
