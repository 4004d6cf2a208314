package io.trashpong.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two clients play over real WebSockets, on one relay and across two. */
final class RallyTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static TestDatabase database;
    private static AuthServer auth;
    private static RunningRelay one;
    private static RunningRelay other;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        auth = AuthServer.start(VERTX);
        one = RunningRelay.start(database, auth);
        other = RunningRelay.start(database, auth);
    }

    @AfterAll
    static void stop() {
        one.kill();
        other.kill();
        Waiting.await(VERTX.close());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void two_clients_of_one_relay_play_a_rally_to_a_goal() {
        playToGoal(one.port(), one.port());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void two_clients_of_two_relays_play_a_rally_to_a_goal() {
        playToGoal(one.port(), other.port());
    }

    private static void playToGoal(int leftPort, int rightPort) {
        var table = Table.fresh();
        TestClient left = join(leftPort, table, 0);
        TestClient right = join(rightPort, table, 1);
        left.await(ServerMessage.SeatChanged.class, seat -> seat.seat() == 1);
        left.say(new ClientMessage.Ready());
        right.say(new ClientMessage.Ready());
        var countdown = right.await(ServerMessage.Countdown.class);
        var leg = left.await(ServerMessage.LegStarted.class);
        assertTrue(leg.t0() - countdown.at() < 400_000L && leg.t0() >= countdown.at(), "flies when the countdown ends");
        assertEquals(leg, right.await(ServerMessage.LegStarted.class));
        var goal = left.await(ServerMessage.Goal.class);
        assertEquals(1, goal.score().get(0) + goal.score().get(1));
        assertEquals(goal, right.await(ServerMessage.Goal.class));
        String written = database.query("SELECT state #>> '{match,play,referee,score,left}' || ':' ||"
                + " (state #>> '{match,play,referee,score,right}') FROM relay.room WHERE id = '" + table.room() + "'");
        assertEquals(goal.score().get(0) + ":" + goal.score().get(1), written, "written before it was announced");
        List<Long> seqs = left.heard().stream()
                .filter(ServerMessage.Numbered.class::isInstance)
                .map(message -> ((ServerMessage.Numbered) message).seq())
                .toList();
        for (int i = 1; i < seqs.size(); i++) {
            assertEquals(seqs.get(i - 1) + 1, seqs.get(i), "no gap in " + seqs);
        }
        assertFalse(left.all(ServerMessage.Delay.class).isEmpty());
        assertTrue(left.closeCode() == 0 && right.closeCode() == 0);
    }

    private static TestClient join(int port, Table table, int seat) {
        TestClient client =
                Waiting.await(TestClient.connect(VERTX, port, table.room(), auth.ticket(table.ticket(seat))));
        client.hello().await(ServerMessage.Welcome.class);
        return client;
    }
}
