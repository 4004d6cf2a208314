package io.trashpong.relay.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.RoomId;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who gets a WebSocket at all. */
final class UpgradeTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String NOBODY = "http://localhost:1";
    private static final Table TABLE = Table.fresh();
    private static TestDatabase database;
    private static AuthServer auth;
    private static RunningRelay relay;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        auth = AuthServer.start(VERTX);
        relay = RunningRelay.start(database, auth);
    }

    @AfterAll
    static void stop() {
        relay.kill();
        Waiting.await(VERTX.close());
    }

    @Test
    void a_ticket_signed_by_a_stranger_401() {
        var stranger = AuthServer.newKey(auth.key().getKeyId());
        String forged = auth.sign(AuthServer.claims(TABLE.ticket(0)), s -> s.setKey(stranger.getPrivateKey()));
        assertEquals(
                401,
                refused(TestClient.options(relay.port(), TABLE.room(), forged)).getStatus());
    }

    @Test
    void another_rooms_ticket_403() {
        String ticket = auth.ticket(TABLE.ticket(0));
        assertEquals(
                403,
                refused(TestClient.options(relay.port(), RoomId.random(), ticket))
                        .getStatus());
    }

    /** A ticket lives 60 s: auth's clock may be that much behind ours and 10 s more, or any time ahead. */
    @Test
    void clocks_that_differ_a_little_let_everybody_in() {
        for (int ahead : List.of(-9, 3_600)) {
            var claims = AuthServer.claims(TABLE.ticket(0));
            claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + ahead));
            claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() + ahead - 60));
            String ticket = auth.sign(claims, _ -> {});
            var socket = Waiting.await(
                    VERTX.createWebSocketClient().connect(TestClient.options(relay.port(), TABLE.room(), ticket)));
            assertEquals("trashpong.v1", socket.subProtocol());
        }
    }

    @Test
    void with_auth_away_and_no_key_known_503_and_when_to_come_again() {
        var lonely = RunningRelay.start(database.url(), NOBODY, SocketTimes.STANDARD);
        var refusal = refused(TestClient.options(lonely.port(), TABLE.room(), auth.ticket(TABLE.ticket(0))));
        assertEquals(503, refusal.getStatus());
        assertEquals("1", refusal.getHeaders().get("Retry-After"));
        lonely.kill();
    }

    @Test
    void a_foreign_origin_403_our_own_101() {
        var foreign = TestClient.options(relay.port(), TABLE.room(), auth.ticket(TABLE.ticket(0)))
                .setAllowOriginHeader(true)
                .addHeader("Origin", "https://evil.example");
        assertEquals(403, refused(foreign).getStatus());
        var ours = TestClient.options(relay.port(), TABLE.room(), auth.ticket(TABLE.ticket(0)))
                .setAllowOriginHeader(true)
                .addHeader("Origin", RunningRelay.ORIGIN);
        var socket = Waiting.await(VERTX.createWebSocketClient().connect(ours));
        assertEquals("trashpong.v1", socket.subProtocol());
    }

    @Test
    void no_subprotocol_of_ours_400_and_no_room_id_404() {
        var other = new WebSocketConnectOptions()
                .setAllowOriginHeader(false)
                .setHost("localhost")
                .setPort(relay.port())
                .setURI("/ws/rooms/" + RoomId.random())
                .addSubProtocol("chat");
        assertEquals(400, refused(other).getStatus());
        assertEquals(404, refused(other.setURI("/ws/rooms/abc")).getStatus());
    }

    @Test
    void behind_a_proxy_that_drops_the_headers_of_an_upgrade_the_answer_says_so() throws Exception {
        String answer = ask("Connection: close");
        assertTrue(answer.startsWith("HTTP/1.1 426 Upgrade Required"), answer);
        assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
        assertTrue(answer.contains("Upgrade: websocket"), answer);
        assertTrue(answer.contains("must pass on Upgrade and Connection"), answer);
        assertTrue(answer.endsWith("\"code\":\"bad-request\"}"), answer);
    }

    @Test
    void an_upgrade_that_connection_does_not_name_400() throws Exception {
        String answer = ask(
                "Connection: close",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
        assertTrue(answer.startsWith("HTTP/1.1 400 Bad Request"), answer);
    }

    /** By hand: no client sends such headers. */
    private static String ask(String... headers) throws IOException {
        try (var socket = new Socket("localhost", relay.port())) {
            var request = new StringJoiner("\r\n", "", "\r\n\r\n")
                    .add("GET /ws/rooms/" + TABLE.room() + " HTTP/1.1")
                    .add("Host: localhost")
                    .add("Sec-WebSocket-Protocol: trashpong.v1");
            List.of(headers).forEach(request::add);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static UpgradeRejectedException refused(WebSocketConnectOptions options) {
        var failure = assertThrows(
                IllegalStateException.class,
                () -> Waiting.await(VERTX.createWebSocketClient().connect(options)));
        var cause = failure.getCause();
        return assertInstanceOf(UpgradeRejectedException.class, cause == null ? null : cause.getCause());
    }
}
