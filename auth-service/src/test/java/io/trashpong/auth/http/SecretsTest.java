package io.trashpong.auth.http;

import static io.trashpong.auth.testing.Api.COOKIE;
import static io.trashpong.auth.testing.Api.changePassword;
import static io.trashpong.auth.testing.Api.client;
import static io.trashpong.auth.testing.Api.createAccount;
import static io.trashpong.auth.testing.Api.createGuest;
import static io.trashpong.auth.testing.Api.delete;
import static io.trashpong.auth.testing.Api.logIn;
import static io.trashpong.auth.testing.Api.me;
import static io.trashpong.auth.testing.Api.renew;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.trashpong.auth.testing.LogLines;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus and the set-up set the fields.
class SecretsTest {
    private final List<String> secrets =
            new ArrayList<>(List.of(Postgres.INTERNAL_SECRET, "trashpong_auth:", "argon2id"));

    @Postgres.Mine
    PostgresServer postgres;

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
    void no_secret_of_a_guest_is_logged_whatever_happens() {
        var guest = createGuest("Discreet").statusCode(201).extract();
        keep(guest);
        keep(renew(guest.cookie(COOKIE)).extract());
        me(secret(guest.<String>path("token") + "x")).statusCode(401);
        renew(secret("0123456789012345678901234567890123456789012")).statusCode(401);
        client().header("X-Internal-Secret", secret("guess-of-a-secret"))
                .body("{}")
                .post("/internal/room-tickets")
                .then()
                .statusCode(400);
        client().body("{\"name\":\"" + secret("half-a-body"))
                .post("/api/auth/guests")
                .then()
                .statusCode(400);
        assertNothingShows();
    }

    @Test
    void no_secret_of_an_account_is_logged_whatever_happens() {
        String password = secret("Kiefernzapfen im Regen");
        String next = secret("Tannenzapfen im Schnee");
        var account = createAccount("Cautious", password).statusCode(201).extract();
        keep(account);
        keepHash();
        keep(logIn("Cautious", password).statusCode(201).extract());
        logIn("Cautious", secret("wrong-guess-1")).statusCode(403);
        logIn(secret("password-as-a-name"), "12345678").statusCode(403);
        createAccount("Cautious 2", secret("password1")).statusCode(400);
        createAccount("Cautious 2", secret("bell\u0007bell\u0007")).statusCode(400);
        client().body("{\"name\":\"Cautious\",\"password\":\"" + secret("half-a-password"))
                .post("/api/auth/sessions")
                .then()
                .statusCode(400);
        changePassword(account.path("token"), secret("wrong-guess-2"), next).statusCode(403);
        keep(changePassword(account.path("token"), password, next)
                .statusCode(200)
                .extract());
        keepHash();
        delete(account.path("token"), secret("wrong-guess-3")).statusCode(403);
        delete(account.path("token"), next).statusCode(204);
        assertNothingShows();
    }

    private void assertNothingShows() {
        assertTrue(log.all().stream().anyMatch(line -> line.contains("event=login")), "the log is listened to");
        for (var secret : secrets) {
            assertFalse(log.all().stream().anyMatch(line -> line.contains(secret)), secret);
        }
    }

    private String secret(String text) {
        secrets.add(text);
        return text;
    }

    private void keep(ExtractableResponse<Response> answer) {
        secrets.add(answer.path("token"));
        secrets.add(answer.cookie(COOKIE));
    }

    private void keepHash() {
        secrets.add(postgres.query("SELECT password_hash FROM auth.player WHERE name = 'Cautious'"));
    }
}
