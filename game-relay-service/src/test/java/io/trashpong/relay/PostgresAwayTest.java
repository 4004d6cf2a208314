package io.trashpong.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.bus.testing.PostgresServer;
import io.trashpong.games.pong.BallLeg;
import io.trashpong.games.pong.Court;
import io.trashpong.games.pong.Seat;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.relay.socket.SocketTimes;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Postgres goes away in a rally, and comes back. */
final class PostgresAwayTest {

    @Test
    void the_room_plays_on_and_a_goal_waits_until_it_is_written_once() {
        var vertx = Vertx.vertx();
        try (var postgres = PostgresServer.start()) {
            var auth = AuthServer.start(vertx);
            var relay = RunningRelay.start(postgres.url(), auth.url(), SocketTimes.STANDARD);
            var other = RunningRelay.start(postgres.url(), auth.url(), SocketTimes.STANDARD);
            var table = Table.fresh();
            TestClient left = join(vertx, relay, auth, table, 0);
            TestClient right = join(vertx, relay, auth, table, 1);
            TestClient spectator = Waiting.await(
                    TestClient.connect(vertx, other.port(), table.room(), auth.ticket(table.spectator())));
            spectator.hello().await(ServerMessage.Welcome.class);
            left.say(new ClientMessage.Ready());
            right.say(new ClientMessage.Ready());
            var leg = left.await(ServerMessage.LegStarted.class);
            postgres.stopImmediately();
            miss(leg, left, right);
            Awaitility.await("a goal that is not written is not announced")
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(4))
                    .until(() -> left.all(ServerMessage.Goal.class).isEmpty());
            left.say(new ClientMessage.Chat("still here"));
            right.await(ServerMessage.ChatSaid.class);
            postgres.startAgain();
            var goal = left.await(ServerMessage.Goal.class);
            assertEquals(goal, spectator.await(ServerMessage.Goal.class), "who watches elsewhere as well");
            right.say(new ClientMessage.Leave());
            var result = left.await(ServerMessage.Finished.class).result();
            assertEquals(goal.score(), result.score());
            assertEquals(1, left.all(ServerMessage.Goal.class).size(), "announced once");
            assertEquals(
                    "1", postgres.query("SELECT count(*) FROM relay.match WHERE result IS NOT NULL"), "written once");
            assertEquals(
                    "1", postgres.query("SELECT count(*) FROM bus.outbox WHERE payload ->> 'type' = 'score-changed'"));
            assertEquals(
                    "1",
                    postgres.query("SELECT epoch FROM relay.room"),
                    "every lock had fallen free and every lease run out, and yet nobody took the room");
            assertEquals(0, (long) relay.count("trashpong.relay.leases.lost"));
            other.kill();
            relay.kill();
        }
        Waiting.await(vertx.close());
    }

    /** The defender goes where the ball does not, and the other is told so without Postgres. */
    private static void miss(ServerMessage.LegStarted leg, TestClient left, TestClient right) {
        var ball = new BallLeg((int) leg.leg(), leg.t0(), leg.x0(), leg.y0(), leg.vx(), leg.vy(), leg.hits());
        long away = ball.yAt(ball.crossingTime()) < Court.CENTRE_Y ? Court.PADDLE_BOTTOM : Court.PADDLE_TOP;
        boolean leftDefends = ball.defender() == Seat.LEFT;
        (leftDefends ? left : right).say(new ClientMessage.Aim(0, (int) away));
        (leftDefends ? right : left).await(ServerMessage.PaddleMoved.class);
    }

    private static TestClient join(Vertx vertx, RunningRelay relay, AuthServer auth, Table table, int seat) {
        TestClient client =
                Waiting.await(TestClient.connect(vertx, relay.port(), table.room(), auth.ticket(table.ticket(seat))));
        client.hello().await(ServerMessage.Welcome.class);
        return client;
    }
}
