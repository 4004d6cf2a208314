package io.trashpong.harness.line;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that answers each byte with itself, and a line to it. */
class FaultProxyTest {
    private static final int A_MOMENT_MILLIS = 150;
    private static final int PATIENCE_MILLIS = 5_000;

    private ServerSocket server;

    @BeforeEach
    void echo() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket taken = server.accept();
                    Thread.ofVirtual().start(() -> echo(taken));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void what_passes_arrives_whole_and_in_order() throws IOException {
        try (var proxy = FaultProxy.open(server.getLocalPort());
                var client = connect(proxy)) {
            var sent = new byte[100_000];
            for (int i = 0; i < sent.length; i++) {
                sent[i] = (byte) (i * 31);
            }
            Thread.ofVirtual().start(() -> write(client, sent));
            assertArrayEquals(sent, client.getInputStream().readNBytes(sent.length));
        }
    }

    @Test
    void a_delay_is_felt_both_ways() throws IOException {
        try (var proxy = FaultProxy.open(server.getLocalPort());
                var client = connect(proxy)) {
            proxy.delay(() -> 20_000_000);
            long begin = System.nanoTime();
            assertEquals(7, roundTrip(client, 7));
            assertTrue(System.nanoTime() - begin >= 40_000_000);
        }
    }

    @Test
    void over_a_black_hole_nothing_is_heard_until_it_is_healed() throws IOException {
        try (var proxy = FaultProxy.open(server.getLocalPort());
                var client = connect(proxy)) {
            assertEquals(1, roundTrip(client, 1));
            proxy.blackHole();
            client.getOutputStream().write(2);
            client.setSoTimeout(A_MOMENT_MILLIS);
            assertThrows(
                    SocketTimeoutException.class, () -> client.getInputStream().read());

            proxy.heal();

            client.setSoTimeout(PATIENCE_MILLIS);
            assertEquals(2, client.getInputStream().read());
        }
    }

    @Test
    void a_reset_is_told_at_once_and_the_next_connection_is_taken() throws IOException {
        try (var proxy = FaultProxy.open(server.getLocalPort())) {
            try (var client = connect(proxy)) {
                assertEquals(1, roundTrip(client, 1));
                proxy.reset();
                assertThrows(IOException.class, () -> roundTrip(client, 2));
            }
            try (var client = connect(proxy)) {
                assertEquals(3, roundTrip(client, 3));
            }
        }
    }

    @Test
    void a_tap_cuts_between_a_question_and_its_answer() throws IOException {
        Supplier<Tap> taps = () -> new Tap() {
            @Override
            public Fate answered(byte[] chunk) {
                return chunk[0] == 9 ? Fate.CUT : Fate.PASS;
            }
        };
        try (var proxy = FaultProxy.open(server.getLocalPort(), taps);
                var client = connect(proxy)) {
            assertEquals(8, roundTrip(client, 8));
            assertThrows(IOException.class, () -> roundTrip(client, 9));
        }
    }

    @Test
    void an_end_passes_like_anything_else() throws IOException {
        try (var proxy = FaultProxy.open(server.getLocalPort());
                var client = connect(proxy)) {
            client.getOutputStream().write(5);
            client.shutdownOutput();
            assertArrayEquals(new byte[] {5}, client.getInputStream().readAllBytes());
        }
    }

    private static Socket connect(FaultProxy proxy) throws IOException {
        var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    /** @throws IOException when the connection is gone */
    private static int roundTrip(Socket client, int value) throws IOException {
        client.getOutputStream().write(value);
        int answer = client.getInputStream().read();
        if (answer < 0) {
            throw new IOException("the end");
        }
        return answer;
    }

    private static void write(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // The test's doing.
        }
    }
}
