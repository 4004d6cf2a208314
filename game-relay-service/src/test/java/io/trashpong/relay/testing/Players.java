package io.trashpong.relay.testing;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import io.vertx.core.Vertx;

/** Brings people to tables, on whichever relay. */
public record Players(Vertx vertx, AuthServer auth) {
    /** Returns when he is welcome. */
    public TestClient join(RunningRelay relay, Table table, int seat) {
        TestClient client =
                Waiting.await(TestClient.connect(vertx, relay.port(), table.room(), auth.ticket(table.ticket(seat))));
        client.hello().await(ServerMessage.Welcome.class);
        return client;
    }

    /** Comes to watch; returns when he is let in, which is before he is shown anything. */
    public TestClient watch(RunningRelay relay, Table table) {
        return Waiting.await(TestClient.connect(vertx, relay.port(), table.room(), auth.ticket(table.spectator())))
                .hello();
    }

    /** Comes back where {@code before} was when he was welcomed, and does not wait for an answer. */
    public TestClient resume(RunningRelay relay, Table table, TestClient before) {
        var welcome = before.await(ServerMessage.Welcome.class);
        TestClient client = Waiting.await(TestClient.connect(vertx, relay.port(), table.room(), null));
        return client.say(new ClientMessage.Hello(
                new ClientMessage.Resume(welcome.epoch(), welcome.seq(), welcome.resumeSecret())));
    }

    /** Returns when the first ball flies. */
    public static void startMatch(TestClient left, TestClient right) {
        left.await(ServerMessage.SeatChanged.class, seat -> seat.seat() == 1);
        left.say(new ClientMessage.Ready());
        right.say(new ClientMessage.Ready());
        left.await(ServerMessage.LegStarted.class);
    }
}
