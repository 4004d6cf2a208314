package io.trashpong.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.Players;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tic-tac-toe over real WebSockets, its players on two relays. */
final class TicTacToeTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static TestDatabase database;
    private static AuthServer auth;
    private static Players players;
    private final Table table = Table.fresh(GameKind.TICTACTOE);
    private RunningRelay one;
    private RunningRelay other;

    @BeforeAll
    static void prepare() {
        database = TestDatabase.create();
        auth = AuthServer.start(VERTX);
        players = new Players(VERTX, auth);
    }

    @AfterAll
    static void clear() {
        Waiting.await(VERTX.close());
    }

    @BeforeEach
    void start() {
        one = RunningRelay.start(database, auth);
        other = RunningRelay.start(database, auth);
    }

    @AfterEach
    void stop() {
        one.kill();
        other.kill();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_win_then_a_draw_then_a_resignation_each_begun_by_whose_turn_it_is_to_begin() {
        TestClient left = players.join(one, table, 0);
        TestClient right = players.join(other, table, 1);
        begin(left, right);
        play(left, right, 0, 3, 1, 4, 2);
        var won = right.await(ServerMessage.Finished.class).result();
        assertEquals(Ending.PLAYED, won.ending());
        assertEquals("[0, 3, 1, 4, 2]", row("{match,play,board,moves}"));
        rematch(left, right, 2);
        assertNotEquals(won.winner(), openTurn(right).orElseThrow().seat(), "the loser begins");
        int second = 1 - openTurn(right).orElseThrow().seat();
        play(left, right, 0, 1, 2, 4, 3, 5, 7, 6, 8);
        var drawn = finished(right, 2);
        assertNull(drawn.result().winner());
        rematch(left, right, 3);
        assertEquals(second, openTurn(right).orElseThrow().seat(), "who was second begins");
        left.say(new ClientMessage.Resign());
        assertEquals(Ending.RESIGNED, finished(right, 3).result().ending());
        assertEquals(1, finished(right, 3).result().winner());
        assertEquals(0, left.closeCode());
        assertEquals(
                "3",
                database.query("SELECT count(*) FROM relay.match WHERE result IS NOT NULL AND game = 'TICTACTOE'"
                        + " AND room = '" + table.room() + "'"));
        assertEquals(
                "3",
                database.query("SELECT count(*) FROM bus.outbox WHERE payload ->> 'type' = 'match-finished'"
                        + " AND payload ->> 'room' = '" + table.room() + "'"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void when_the_owner_is_killed_no_move_that_was_told_is_lost() {
        TestClient left = players.join(one, table, 0);
        TestClient right = players.join(other, table, 1);
        assertEquals(1, one.relay().rooms());
        begin(left, right);
        play(left, right, 4, 0, 8);
        one.kill();
        var taken = right.await(ServerMessage.Welcome.class, welcome -> welcome.epoch() == 2);
        assertEquals(List.of(4, 0, 8), board(taken).moves());
        TestClient back = players.resume(other, table, left);
        assertEquals(
                List.of(4, 0, 8), board(back.await(ServerMessage.Welcome.class)).moves());
        play(back, right, 1, 2, 5, 6);
        var result = right.await(ServerMessage.Finished.class).result();
        assertEquals(board(taken).first(), result.winner());
        assertEquals(0, right.closeCode(), "its socket never noticed");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_drain_hands_the_turn_over_and_its_answer_counts() {
        TestClient left = players.join(one, table, 0);
        TestClient right = players.join(other, table, 1);
        begin(left, right);
        play(left, right, 4);
        var turn = Awaitility.await()
                .until(() -> openTurn(right), Optional::isPresent)
                .orElseThrow();
        var draining = CompletableFuture.runAsync(one::drain);
        left.await(ServerMessage.Moved.class);
        TestClient back = players.resume(other, table, left);
        assertTrue(back.await(ServerMessage.Welcome.class).recovered());
        (turn.seat() == 0 ? back : right).say(new ClientMessage.Play(0, turn.seq()));
        var played = right.await(ServerMessage.Played.class, each -> each.cell() == 0);
        assertTrue(played.seq() > turn.seq(), "the numbers go on");
        draining.join();
        assertEquals(1, right.all(ServerMessage.Welcome.class).size());
    }

    private static void begin(TestClient left, TestClient right) {
        left.await(ServerMessage.SeatChanged.class, seat -> seat.seat() == 1);
        left.say(new ClientMessage.Ready());
        right.say(new ClientMessage.Ready());
        right.await(ServerMessage.Turn.class);
    }

    private static void rematch(TestClient left, TestClient right, int number) {
        left.say(new ClientMessage.Rematch());
        right.say(new ClientMessage.Rematch());
        waitUntil(() -> right.all(ServerMessage.Countdown.class).size() == number
                && openTurn(right).isPresent());
    }

    private static ServerMessage.Finished finished(TestClient client, int number) {
        waitUntil(() -> client.all(ServerMessage.Finished.class).size() == number);
        return client.all(ServerMessage.Finished.class).getLast();
    }

    /** Takes the cells in turn, each once the turn is told; returns when the last move is. */
    private static void play(TestClient left, TestClient right, int... cells) {
        for (int cell : cells) {
            waitUntil(() -> openTurn(right).isPresent());
            var turn = openTurn(right).orElseThrow();
            int before = right.all(ServerMessage.Played.class).size();
            (turn.seat() == 0 ? left : right).say(new ClientMessage.Play(cell, turn.seq()));
            waitUntil(() -> right.all(ServerMessage.Played.class).size() == before + 1);
        }
    }

    /** The turn under way as that client knows it. */
    private static Optional<ServerMessage.Turn> openTurn(TestClient client) {
        for (ServerMessage message : client.heard().reversed()) {
            if (message instanceof ServerMessage.Turn turn) {
                return Optional.of(turn);
            }
            if (message instanceof ServerMessage.Played
                    || message instanceof ServerMessage.Countdown
                    || message instanceof ServerMessage.Paused
                    || message instanceof ServerMessage.Welcome) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static void waitUntil(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(5))
                .until(condition);
    }

    private static RoomSnapshot.TicTacToeBoard board(ServerMessage.Welcome welcome) {
        var snapshot = assertInstanceOf(RoomSnapshot.class, welcome.snapshot());
        return assertInstanceOf(RoomSnapshot.TicTacToeBoard.class, snapshot.board());
    }

    private String row(String path) {
        return database.query("SELECT state #>> '" + path + "' FROM relay.room WHERE id = '" + table.room() + "'");
    }
}
