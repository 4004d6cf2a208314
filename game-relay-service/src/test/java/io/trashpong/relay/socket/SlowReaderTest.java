package io.trashpong.relay.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trashpong.protocol.CloseCode;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.room.Frame;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One member reads slowly; what is sent to both waits for neither. */
final class SlowReaderTest {
    private static final int FRAME_BYTES = 32 * 1024;
    /** More than the socket buffers of a machine hold beside our own bound. */
    private static final int MAX_FRAMES = 2_000;

    @Test
    void a_reader_that_stands_still_is_given_up_with_4001_and_the_other_misses_nothing() {
        var vertx = Vertx.vertx();
        var meters = new RelayMeters(new SimpleMeterRegistry());
        var accepted = new CopyOnWriteArrayList<ServerWebSocket>();
        var server = Waiting.await(vertx.createHttpServer()
                .requestHandler(request -> request.toWebSocket().onSuccess(accepted::add))
                .listen(0, "localhost"));
        var client = vertx.createWebSocketClient();
        WebSocket slow = Waiting.await(client.connect(server.actualPort(), "localhost", "/slow"));
        slow.pause();
        WebSocket quick = Waiting.await(client.connect(server.actualPort(), "localhost", "/quick"));
        var heard = new AtomicInteger();
        var gaps = new CopyOnWriteArrayList<Integer>();
        quick.binaryMessageHandler(frame -> {
            int number = frame.getInt(0);
            if (number != heard.getAndIncrement()) {
                gaps.add(number);
            }
        });
        Awaitility.await().until(() -> accepted.size() == 2);
        var given = new CopyOnWriteArrayList<CloseCode>();
        SendQueue slowQueue = queue(accepted, "/slow", meters, given);
        SendQueue quickQueue = queue(accepted, "/quick", meters, given);
        int sent = 0;
        while (given.isEmpty() && sent < MAX_FRAMES) {
            var frame = new Frame.Binary(sent + 1, numbered(sent));
            slowQueue.send(frame);
            quickQueue.send(frame);
            sent++;
            int all = sent;
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> heard.get() == all);
        }
        assertEquals(List.of(CloseCode.TOO_SLOW), given);
        assertEquals(sent, heard.get());
        assertEquals(List.of(), gaps);
        assertTrue(sent * (long) FRAME_BYTES > SocketLimits.MAX_QUEUED_BYTES);
        // Else it would take its time to see the close.
        slow.resume();
        Waiting.await(vertx.close());
    }

    private static SendQueue queue(
            List<ServerWebSocket> sockets, String path, RelayMeters meters, List<CloseCode> given) {
        ServerWebSocket socket = sockets.stream()
                .filter(accepted -> accepted.path().equals(path))
                .findFirst()
                .orElseThrow();
        return new SendQueue(socket, meters, () -> given.add(CloseCode.TOO_SLOW));
    }

    private static byte[] numbered(int number) {
        var bytes = new byte[FRAME_BYTES];
        IntStream.range(0, 4).forEach(i -> bytes[i] = (byte) (number >>> (24 - 8 * i)));
        return bytes;
    }
}
