package io.trashpong.relay.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.Subprotocol;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client whose line is cut without a word: it answers no ping. */
final class SilentClientTest {
    private static final SocketTimes IMPATIENT =
            new SocketTimes(Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final int CLOSE_FRAME = 0x88;
    private static final int TEXT_FRAME = 0x81;
    private static final int MASKED = 0x80;

    @Test
    void no_sign_of_life_4008_and_who_answers_stays() throws IOException {
        var vertx = Vertx.vertx();
        var auth = AuthServer.start(vertx);
        var relay = RunningRelay.start(TestDatabase.create().url(), auth.url(), IMPATIENT);
        var table = Table.fresh();
        TestClient lively =
                Waiting.await(TestClient.connect(vertx, relay.port(), table.room(), auth.ticket(table.ticket(0))));
        lively.hello().await(ServerMessage.Welcome.class);
        try (var socket = new Socket("localhost", relay.port())) {
            upgrade(socket, table, auth.ticket(table.ticket(1)));
            assertEquals(4008, closeCode(new DataInputStream(socket.getInputStream())));
        }
        assertEquals(0, lively.closeCode());
        relay.kill();
        Waiting.await(vertx.close());
    }

    private static void upgrade(Socket socket, Table table, String ticket) throws IOException {
        String token = URLEncoder.encode(Subprotocol.TOKEN_PREFIX + ticket, StandardCharsets.UTF_8)
                .replace("+", "%20");
        String request =
                """
                GET /ws/rooms/%s HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Protocol: %s, %s

                """.formatted(table.room(), Subprotocol.TRASHPONG_V1, token).replace("\n", "\r\n");
        var out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        var in = new DataInputStream(socket.getInputStream());
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        byte[] hello = "{\"type\":\"hello\"}".getBytes(StandardCharsets.UTF_8);
        // The mask is four zero bytes, so the payload stays as it is.
        out.write(new byte[] {(byte) TEXT_FRAME, (byte) (MASKED | hello.length), 0, 0, 0, 0});
        out.write(hello);
        out.flush();
    }

    /** Reads on and answers nothing until the server closes. */
    private static int closeCode(DataInputStream in) throws IOException {
        while (true) {
            int kind = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            if (kind == CLOSE_FRAME) {
                return in.readUnsignedShort();
            }
            in.skipNBytes(length);
        }
    }
}
