package io.trashpong.auth;

import static io.restassured.RestAssured.given;
import static io.trashpong.auth.testing.Api.COOKIE;
import static io.trashpong.auth.testing.Api.renew;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.trashpong.auth.testing.LogLines;
import io.trashpong.auth.testing.Postgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // The set-up sets the field.
class EventLogTest {
    private static final String PASSWORD = "Kiefernzapfen im Regen";
    private static final String NEXT = "Tannenzapfen im Schnee";

    private LogLines log;

    @BeforeEach
    void listen() {
        log = LogLines.listen();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void the_life_of_an_account_is_told_in_lines_of_our_own_words() {
        var guest = client().body(Map.of("name", "event=login x=1"))
                .post("/api/auth/guests")
                .then()
                .statusCode(201)
                .extract();
        String player = guest.path("player.id");
        String token = guest.path("token");
        signed(token).body(Map.of("name", "Chronicle", "password", PASSWORD)).post("/api/auth/me/account");
        logIn("event=login");
        logIn(PASSWORD);
        signed(token).body(Map.of("current", PASSWORD, "next", NEXT)).put("/api/auth/me/password");
        signed(token).delete("/api/auth/sessions");
        renew(guest.cookie(COOKIE)).statusCode(401);
        signed(token).body(Map.of("password", NEXT)).post("/api/auth/me/deletion");

        var source = " source=203.0.113.0/24";
        var who = "player=" + player + source;
        assertEquals(
                List.of(
                        "event=login kind=guest " + who,
                        "event=account-created from=guest " + who,
                        "event=login-failed reason=credentials-wrong" + source,
                        "event=login kind=account " + who,
                        "event=password-changed " + who,
                        "event=logged-out-everywhere " + who,
                        "event=login-failed reason=refresh-unknown source=127.0.0.0/24",
                        "event=player-deleted kind=account " + who),
                log.events());
    }

    @Test
    void what_was_refused_is_told_with_its_reason() {
        client().body(Map.of("name", "a\nevent=login")).post("/api/auth/guests");
        client().header("X-Forwarded-For", "event=login")
                .body(Map.of("name", "Chronicle", "password", "short"))
                .post("/api/auth/accounts");
        assertEquals(
                List.of(
                        "event=login-failed reason=name-invalid source=203.0.113.0/24",
                        "event=account-creation-failed reason=password-invalid source=127.0.0.0/24"),
                log.events());
    }

    private static void logIn(String password) {
        client().body(Map.of("name", "Chronicle", "password", password)).post("/api/auth/sessions");
    }

    private static RequestSpecification signed(String token) {
        return client().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification client() {
        return given().contentType("application/json").header("X-Forwarded-For", "203.0.113.5");
    }
}
