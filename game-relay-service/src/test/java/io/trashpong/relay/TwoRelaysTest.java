package io.trashpong.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
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
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A room's owner dies, or is not the owner any more, and the room goes on. */
final class TwoRelaysTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static TestDatabase database;
    private static AuthServer auth;
    private static Players players;
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
    void when_the_owner_is_killed_the_other_goes_on_with_the_score_of_the_row() {
        var table = Table.fresh();
        TestClient left = players.join(one, table, 0);
        TestClient right = players.join(other, table, 1);
        assertEquals(1, one.relay().rooms());
        assertEquals(0, other.relay().rooms());
        TestClient spectator = players.watch(other, table);
        Players.startMatch(left, right);
        var goal = right.await(ServerMessage.Goal.class);
        one.kill();
        var moved = right.await(ServerMessage.Welcome.class, welcome -> welcome.epoch() == 2);
        RoomSnapshot snapshot = moved.snapshot();
        assertTrue(snapshot != null && snapshot.score().equals(goal.score()));
        assertEquals(0, right.closeCode(), "its socket never noticed");
        TestClient back = players.resume(other, table, left);
        var leg = back.await(ServerMessage.LegStarted.class);
        assertEquals(leg, right.await(ServerMessage.LegStarted.class, other -> other.equals(leg)));
        assertEquals(1, other.relay().rooms());
        var shown = spectator.await(ServerMessage.Welcome.class, welcome -> welcome.epoch() == 2);
        assertEquals(goal.score(), Objects.requireNonNull(shown.snapshot()).score());
        assertEquals(0, spectator.closeCode(), "nor did that of who watches");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_result_is_written_exactly_once_and_told_to_the_lobby_exactly_once() {
        var table = Table.fresh();
        TestClient left = players.join(one, table, 0);
        TestClient right = players.join(other, table, 1);
        Players.startMatch(left, right);
        right.say(new ClientMessage.Leave());
        var result = left.await(ServerMessage.Finished.class).result();
        assertEquals(1000, right.awaitClose());
        assertEquals(
                "1",
                database.query(
                        "SELECT count(*) FROM relay.match WHERE result IS NOT NULL AND room = '" + table.room() + "'"));
        assertEquals(
                "1",
                database.query("SELECT count(*) FROM bus.outbox WHERE payload ->> 'type' = 'match-finished'"
                        + " AND payload #>> '{result,match}' = '" + result.match() + "'"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void an_owner_whose_epoch_is_stale_writes_nothing_and_closes_with_4002() {
        var table = Table.fresh();
        TestClient left = players.join(one, table, 0);
        database.execute(
                "UPDATE relay.room SET epoch = epoch + 1, owner = 'relay.somebody' WHERE id = '" + table.room() + "'");
        TestClient right =
                Waiting.await(TestClient.connect(VERTX, one.port(), table.room(), auth.ticket(table.ticket(1))));
        right.hello();
        assertEquals(4002, left.awaitClose());
        assertEquals(
                "0",
                database.query("SELECT count(*) FROM relay.room WHERE state #>> '{seats,1}' IS NOT NULL AND id = '"
                        + table.room() + "'"));
        assertEquals(0, one.relay().rooms());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void the_lobby_deletes_a_room_and_frees_a_seat() {
        var table = Table.fresh();
        TestClient left = players.join(one, table, 0);
        TestClient right = players.join(other, table, 1);
        tell("{\"type\":\"seat-given-up\",\"room\":\"%s\",\"seat\":1,\"player\":\"%s\"}"
                .formatted(table.room(), table.right().id()));
        assertEquals(1000, right.awaitClose());
        assertFalse(left.all(ServerMessage.SeatChanged.class).isEmpty());
        tell("{\"type\":\"room-deleted\",\"room\":\"%s\"}".formatted(table.room()));
        assertEquals(4504, left.awaitClose());
        Awaitility.await().until(() -> one.relay().rooms() == 0);
    }

    private void tell(String json) {
        database.execute("INSERT INTO bus.outbox (topic, payload) VALUES ('lobby', '" + json + "'::jsonb)");
    }
}
