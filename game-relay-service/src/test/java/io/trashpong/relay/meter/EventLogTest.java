package io.trashpong.relay.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.LogLines;
import io.trashpong.relay.testing.Players;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a room's life leaves in the event log. */
final class EventLogTest {
    /** Nothing in it could end the line, begin another, or pretend to be a field. */
    private static final Pattern FORM = Pattern.compile("event=[a-z-]+( [a-z]+=[A-Za-z0-9_.:/-]+)*");

    private static final Vertx VERTX = Vertx.vertx();

    @Test
    void of_an_address_only_its_network_is_kept() {
        assertEquals("192.168.17.0/24", EventLog.truncated("192.168.17.4"));
        assertEquals("2001:db8:1::/48", EventLog.truncated("2001:db8:1:2::3"));
        assertEquals("-", EventLog.truncated("a line\nof somebody's"));
    }

    @Test
    void connections_and_matches_are_told_and_nothing_that_a_player_typed() throws IOException {
        var table =
                new Table(Table.fresh().room(), player("x event=match-end"), player("Bob\nevent=connect \u001b[2J\"'"));
        var players = new Players(VERTX, AuthServer.start(VERTX));
        RunningRelay relay = RunningRelay.start(TestDatabase.create(), players.auth());
        try (LogLines log = LogLines.listen()) {
            TestClient left = players.join(relay, table, 0);
            TestClient right = players.join(relay, table, 1);
            Players.startMatch(left, right);
            right.say(new ClientMessage.Leave());
            var finished = left.await(ServerMessage.Finished.class);
            TestClient back = players.resume(relay, table, left);
            back.await(ServerMessage.Welcome.class);
            breakOff(relay, table);
            var of = " room=" + table.room();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> log.events().stream()
                                    .filter(line -> line.contains(of))
                                    .count()
                            >= 9);

            List<String> events =
                    log.events().stream().filter(line -> line.contains(of)).toList();
            var match = " match=" + finished.result().match();
            String told = String.join("\n", events).replaceAll("connection=[0-9]+", "connection=N");
            for (String line : List.of(
                    "event=connect" + of + " connection=N player="
                            + table.left().id() + " source=127.0.0.0/24",
                    "event=connect" + of + " connection=N player="
                            + table.right().id() + " source=127.0.0.0/24",
                    "event=match-start" + of + match + " game=pong",
                    "event=match-end" + of + match + " score=0:0 winner=0 ending=left",
                    "event=disconnect" + of + " connection=N code=1000",
                    "event=connect" + of + " connection=N player=- source=127.0.0.0/24",
                    "event=disconnect" + of + " connection=N code=4509",
                    "event=lost" + of + " connection=N code=1006")) {
                assertTrue(told.contains(line), () -> line + "\nis not in\n" + told);
            }
            events.forEach(line -> assertTrue(FORM.matcher(line).matches(), line));
        } finally {
            relay.kill();
            Waiting.await(VERTX.close());
        }
    }

    /** Opens a WebSocket and resets the connection, without a close frame. */
    private static void breakOff(RunningRelay relay, Table table) throws IOException {
        try (var socket = new Socket("localhost", relay.port())) {
            String upgrade = "GET /ws/rooms/" + table.room() + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Protocol: trashpong.v1\r\n\r\n";
            socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
            assertEquals('H', socket.getInputStream().read());
            socket.setSoLinger(true, 0);
        }
    }

    private static Player player(String name) {
        return new Player(PlayerId.random(), name);
    }
}
