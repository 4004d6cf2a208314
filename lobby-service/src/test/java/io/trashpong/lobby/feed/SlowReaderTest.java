package io.trashpong.lobby.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.lobby.testing.Database;
import io.trashpong.lobby.testing.FeedClient;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.protocol.Subprotocol;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class SlowReaderTest {
    private static final int RECEIVE_BUFFER_BYTES = 4 * 1024;
    private static final int CLOSE_FRAME = 0x88;
    private static final String MANY_ROOMS = """
            WITH next AS (UPDATE lobby.feed_version SET value = value + 400 RETURNING value - 400 AS version)
            INSERT INTO lobby.room (id, number, version, game, title, visibility, code, owner_id, owner_name, opened)
            SELECT 'SlowReaderRoom' || lpad(n::text, 4, '0') || 'AAAA', next.version + n, next.version + n, 'pong', 'Room',
              'public', lpad(n::text, 16, '0'), 'SlowReaderTestOwner00A', 'Owner', true
            FROM next, generate_series(1, 400) AS n""";
    private static final String CHANGE_THEM = """
            WITH next AS (UPDATE lobby.feed_version SET value = value + 400 RETURNING value - 400 AS version)
            UPDATE lobby.room AS room SET version = next.version + substr(id, 15, 4)::int, title = ?
            FROM next WHERE id LIKE 'SlowReaderRoom%'""";

    private final TestPlayer ana = TestPlayer.named("Ana");

    @AfterEach
    void remove_the_rooms() {
        Database.execute(
                "WITH next AS (UPDATE lobby.feed_version SET value = value + 400 RETURNING value - 400 AS version)"
                        + " UPDATE lobby.room AS room SET version = next.version + substr(id, 15, 4)::int, gone_at = now()"
                        + " FROM next WHERE id LIKE 'SlowReaderRoom%'");
    }

    @Test
    void who_does_not_read_is_closed_with_4001_and_nobody_else_is_disturbed() throws IOException {
        Database.execute(MANY_ROOMS);
        assertEquals(204, ana.delete("/api/rooms/" + ana.newRoom()).status());
        try (var slow = openAndNeverRead();
                var other = FeedClient.open(ana.token())) {
            await().until(() -> other.rooms().size() >= 400);
            for (int round = 0; round < 12; round++) {
                var title = "Round " + round;
                Database.execute(CHANGE_THEM, title);
                // A change by REST rings the bell.
                var rung = ana.newRoom();
                await().atMost(Duration.ofSeconds(5)).until(() -> {
                    var last = other.rooms().get("SlowReaderRoom0400AAAA");
                    return last != null
                            && last.title().equals(title)
                            && other.rooms().containsKey(rung);
                });
                assertEquals(204, ana.delete("/api/rooms/" + rung).status());
            }
            assertFalse(other.closed().isDone());
            assertEquals(List.of(), other.faults());
            assertEquals(4001, lastCloseCode(slow));
        }
    }

    /** A feed of bare TCP, so that nothing reads behind our back. */
    private Socket openAndNeverRead() throws IOException {
        var address = TestPlayer.lobby("/ws/lobby");
        var socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.connect(new InetSocketAddress("localhost", address.getPort()));
        var carrier =
                URLEncoder.encode(Subprotocol.TOKEN_PREFIX + ana.token(), UTF_8).replace("+", "%20");
        socket.getOutputStream()
                .write(String.join(
                                "\r\n",
                                "GET /ws/lobby HTTP/1.1",
                                "Host: localhost",
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                                "Sec-WebSocket-Protocol: " + Subprotocol.TRASHPONG_V1 + ", " + carrier,
                                "",
                                "")
                        .getBytes(US_ASCII));
        return socket;
    }

    /** Reads now what was sent all the while, up to the close frame (RFC 6455, section 5.2). */
    private static int lastCloseCode(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        var in = new DataInputStream(socket.getInputStream());
        for (int matched = 0; matched < 4; ) {
            int next = in.readUnsignedByte();
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        int frames = 0;
        while (true) {
            int kind = in.readUnsignedByte();
            long length = in.readUnsignedByte();
            length = length == 127 ? in.readLong() : length == 126 ? in.readUnsignedShort() : length;
            if (kind == CLOSE_FRAME) {
                assertTrue(frames > 0);
                return in.readUnsignedShort();
            }
            in.skipNBytes(length);
            frames++;
        }
    }
}
