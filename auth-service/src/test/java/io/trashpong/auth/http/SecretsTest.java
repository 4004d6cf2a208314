package io.trashpong.auth.http;

import static io.restassured.RestAssured.given;
import static io.trashpong.auth.testing.Api.COOKIE;
import static io.trashpong.auth.testing.Api.client;
import static io.trashpong.auth.testing.Api.createGuest;
import static io.trashpong.auth.testing.Api.me;
import static io.trashpong.auth.testing.Api.renew;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class SecretsTest {
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void no_secret_is_logged_whatever_happens() {
        List<String> secrets =
                new ArrayList<>(List.of(Postgres.INTERNAL_SECRET, "trashpong_auth:", "guess-of-a-secret"));
        var guest = createGuest("Discreet").statusCode(201).extract();
        secrets.add(guest.path("token"));
        secrets.add(guest.cookie(COOKIE));
        var renewed = renew(guest.cookie(COOKIE)).extract();
        secrets.add(renewed.path("token"));
        secrets.add(renewed.cookie(COOKIE));
        String forged = guest.<String>path("token") + "x";
        secrets.add(forged);
        me(forged).statusCode(401);
        renew("0123456789012345678901234567890123456789012").statusCode(401);
        secrets.add("0123456789012345678901234567890123456789012");
        client().header("X-Internal-Secret", "guess-of-a-secret")
                .body("{}")
                .post("/internal/room-tickets")
                .then()
                .statusCode(400);
        client().body("{\"name\":\"secret").post("/api/auth/guests").then().statusCode(400);
        secrets.add("secret");
        assertTrue(log.lines.stream().anyMatch(line -> line.contains("event=login")), "the log is listened to");
        for (var secret : secrets) {
            assertFalse(log.lines.stream().anyMatch(line -> line.contains(secret)), secret);
        }
    }

    @Test
    void an_event_is_one_line_of_our_own_words() {
        createGuest("event=login x=1").statusCode(201);
        given().contentType("application/json")
                .header("X-Forwarded-For", "event=login")
                .body("{\"name\":\"a\\nevent=login\"}")
                .post("/api/auth/guests")
                .then()
                .statusCode(400);
        var events = log.lines.stream().filter(line -> line.contains("event=")).toList();
        assertEquals(2, events.size());
        assertTrue(events.getFirst().matches("event=login kind=guest player=[\\w-]{22} source=198\\.18\\.\\d+\\.0/24"));
        assertEquals("event=failure reason=name-refused source=127.0.0.0/24", events.getLast());
    }

    private static final class Log extends Handler {
        private static final PatternFormatter FORMAT = new PatternFormatter("%s%e");

        final Queue<String> lines = new ConcurrentLinkedQueue<>();

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
