package io.trashpong.lobby.eventlog;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.lobby.testing.FeedClient;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the lobby's players leave in the event log. */
@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class EventLinesTest {
    /** Nothing in it could end the line, begin another, or pretend to be a field. */
    private static final Pattern FORM = Pattern.compile("event=[a-z-]+( [a-z]+=[A-Za-z0-9_.:/-]+)*");

    private static final Logger EVENTS = Logger.getLogger("io.trashpong.events");
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        EVENTS.addHandler(lines);
    }

    @AfterEach
    void stop() {
        EVENTS.removeHandler(lines);
    }

    @Test
    void feeds_are_told_when_they_open_close_and_break_off() {
        TestPlayer hostile = TestPlayer.named("x event=login\nevent=connect \u001b[2J");
        try (var closing = FeedClient.open(hostile.token())) {
            var _ = closing.socket().sendClose(WebSocket.NORMAL_CLOSURE, "event=lost");
            awaitLine("event=disconnect connection=[^ ]+ code=1000");
        }
        try (var breaking = FeedClient.open(hostile.token())) {
            breaking.socket().abort();
            awaitLine("event=lost connection=[^ ]+ code=100[56]");
        }
        awaitLine("event=connect connection=[^ ]+ player=" + hostile.id() + " source=127\\.0\\.0\\.0/24");
        assertHarmless();
    }

    @Test
    void rooms_are_told_when_they_are_made_and_closed_and_not_by_their_title() {
        TestPlayer ana = TestPlayer.named("Ana");
        String body = "{\"game\":\"pong\",\"visibility\":\"public\",\"title\":\"event=match-end score=99\"}";
        String room = ana.call("POST", "/api/rooms", body).body().at("/room/id").asText();
        assertEquals(204, ana.delete("/api/rooms/" + room).status());

        awaitLine("event=room-created room=" + room + " game=pong visibility=public owner=" + ana.id());
        awaitLine("event=room-closed room=" + room + " reason=deleted");
        assertHarmless();
    }

    private void awaitLine(String pattern) {
        await(pattern).atMost(SOON).until(() -> lines.all().stream().anyMatch(line -> line.matches(pattern)));
    }

    private void assertHarmless() {
        lines.all().forEach(line -> assertTrue(FORM.matcher(line).matches(), line));
    }

    private static final class Lines extends Handler {
        private static final PatternFormatter FORMAT = new PatternFormatter("%s%e");

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        List<String> all() {
            return List.copyOf(lines);
        }

        @Override
        public void publish(LogRecord event) {
            lines.add(FORMAT.format(event));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
