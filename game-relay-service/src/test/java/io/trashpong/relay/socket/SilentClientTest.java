package io.trashpong.relay.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client whose line is cut without a word: it answers no ping. */
final class SilentClientTest {
    private static final SocketTimes IMPATIENT =
            new SocketTimes(Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final int BINARY_FRAME = 0x82;

    @Test
    void no_sign_of_life_4008_also_in_the_middle_of_a_frame_and_who_answers_stays() throws IOException {
        var vertx = Vertx.vertx();
        var auth = AuthServer.start(vertx);
        var relay = RunningRelay.start(TestDatabase.create().url(), auth.url(), IMPATIENT);
        var table = Table.fresh();
        TestClient lively =
                Waiting.await(TestClient.connect(vertx, relay.port(), table.room(), auth.ticket(table.ticket(0))));
        lively.hello().await(ServerMessage.Welcome.class);
        var other = Table.fresh();
        try (RawClient silent = RawClient.enter(relay, table, auth.ticket(table.ticket(1)));
                RawClient half = RawClient.enter(relay, other, auth.ticket(other.ticket(0)))) {
            byte[] frame = RawClient.frame(BINARY_FRAME, BinaryFrame.encode(new ClientMessage.Ping(1)));
            half.out().write(frame, 0, frame.length / 2);
            assertEquals(4008, silent.closeCode());
            assertEquals(4008, half.closeCode());
        }
        assertEquals(0, lively.closeCode());
        relay.kill();
        Waiting.await(vertx.close());
    }
}
