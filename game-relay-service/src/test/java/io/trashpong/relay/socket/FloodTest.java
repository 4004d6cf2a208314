package io.trashpong.relay.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who floods is told why he is closed, and then nobody reads what he sends. */
final class FloodTest {
    private static final int BINARY_FRAME = 0x82;
    private static final int SEND_BUFFER_BYTES = 64 * 1024;
    private static final int ALLOWED = SocketLimits.MESSAGES_PER_SECOND * SocketLimits.BURST_SECONDS;
    /** What the kernels of both ends take by themselves. */
    private static final long MOST_TAKEN = 4 << 20;

    @Test
    @Timeout(20)
    void after_4408_nothing_more_is_read_and_the_connection_ends() throws IOException {
        var vertx = Vertx.vertx();
        var auth = AuthServer.start(vertx);
        var relay = RunningRelay.start(TestDatabase.create(), auth);
        var table = Table.fresh();
        byte[] flood = flood();
        var taken = new AtomicLong();
        try (RawClient client = RawClient.enter(relay, table, auth.ticket(table.ticket(0)))) {
            client.socket().setSendBufferSize(SEND_BUFFER_BYTES);
            client.out().write(flood);
            assertEquals(4408, client.closeCode());
            long told = System.nanoTime();
            assertThrows(IOException.class, () -> {
                while (true) {
                    client.out().write(flood);
                    taken.addAndGet(flood.length);
                }
            });
            assertTrue(taken.get() < MOST_TAKEN, taken + " bytes were read");
            assertTrue(System.nanoTime() - told
                    < Duration.ofSeconds(2L * SocketLimits.CLOSING_SECONDS).toNanos());
        }
        assertTrue(relay.count("trashpong.relay.messages.in") < 2 * ALLOWED);
        relay.kill();
        Waiting.await(vertx.close());
    }

    /** More than the rate lets through. */
    private static byte[] flood() {
        byte[] frame = RawClient.frame(BINARY_FRAME, BinaryFrame.encode(new ClientMessage.Ping(1)));
        var flood = new byte[frame.length * 2 * ALLOWED];
        for (int i = 0; i < flood.length; i++) {
            flood[i] = frame[i % frame.length];
        }
        return flood;
    }
}
