package io.trashpong.auth.account;

import static io.restassured.RestAssured.given;
import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.changePassword;
import static io.trashpong.auth.testing.Api.client;
import static io.trashpong.auth.testing.Api.createAccount;
import static io.trashpong.auth.testing.Api.createGuest;
import static io.trashpong.auth.testing.Api.logIn;
import static io.trashpong.auth.testing.Api.signed;
import static io.trashpong.auth.testing.Api.upgrade;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.trashpong.auth.AuthConfig;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the fields.
class AccountRefusalTest {
    private static final String GOOD = "Kiefernzapfen im Regen";

    @Inject
    AuthConfig config;

    @Postgres.Mine
    PostgresServer postgres;

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "1234567", "12345678\u0000", "1234\n56789"})
    void what_is_no_password_is_refused_wherever_one_is_set(String password) {
        var guest = createGuest("Refused").statusCode(201).extract();
        assertProblem(createAccount("Nobody Yet", password), 400, "password-invalid");
        assertProblem(upgrade(guest.path("token"), password), 400, "password-invalid");
        assertProblem(changePassword(guest.path("token"), GOOD, password), 400, "password-invalid");
        assertEquals("0", accounts("Nobody Yet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1", "12345678", "Nobody Yet 1", "trashpong"})
    void what_is_guessed_first_is_refused(String password) {
        assertProblem(createAccount("Nobody Yet", password), 400, "password-common");
        assertEquals("0", accounts("Nobody Yet"));
    }

    @Test
    void a_password_too_long_is_refused() {
        assertProblem(createAccount("Nobody Yet", "Kiefer ".repeat(19)), 400, "password-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "123456789012345678901", "Ma\u202Ex", "Mа\u0445x", "Ma\u0000x"})
    void what_is_no_name_is_refused_and_nobody_to_log_in_as(String name) {
        assertProblem(createAccount(name, GOOD), 400, "name-invalid");
        assertProblem(logIn(name, GOOD), 403, "credentials-wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "{}",
                "{\"name\":\"Max\"}",
                "{\"password\":\"Kiefernzapfen im Regen\",\"name\":null}",
                "{\"name\":\"Max\",\"password\":12345678}",
                "{\"name\":\"Max\",\"password\":[\"Kiefernzapfen im Regen\"]}",
                "{\"name\":\"Max\",\"password\":\"Kiefernzapfen im Regen\",\"guest\":false}",
                "{\"name\":\"Max\",\"password\":\"a\",\"password\":\"b\"}",
            })
    void a_body_that_is_not_what_is_asked_for_is_refused(String body) {
        assertProblem(client().body(body).post("/api/auth/accounts").then(), 400, "bad-request");
        assertProblem(client().body(body).post("/api/auth/sessions").then(), 400, "bad-request");
    }

    @Test
    void a_body_that_lacks_something_is_refused_of_the_caller_too() {
        String token = createGuest("Lacking").statusCode(201).extract().path("token");
        for (var body : new String[] {"", "null", "[]", "{\"current\":\"a\"}", "{\"next\":\"b\"}", "{\"x\":1}"}) {
            assertProblem(signed(token).body(body).put("/api/auth/me/password").then(), 400, "bad-request");
        }
        for (var body : new String[] {"", "null", "[]", "{\"password\":1}", "{\"x\":1}"}) {
            assertProblem(signed(token).body(body).post("/api/auth/me/deletion").then(), 400, "bad-request");
            assertProblem(signed(token).body(body).post("/api/auth/me/account").then(), 400, "bad-request");
        }
    }

    @Test
    void a_guest_has_no_password_to_change_and_nobody_logs_in_as_him() {
        String token = createGuest("Passless").statusCode(201).extract().path("token");
        assertProblem(changePassword(token, GOOD, GOOD + "!"), 409, "account-needed");
        assertProblem(logIn("Passless", GOOD), 403, "credentials-wrong");
    }

    @Test
    void without_a_token_nothing_of_mine_can_be_reached() {
        var body = Map.of("password", GOOD);
        for (var answer : new ValidatableResponse[] {
            client().body(body).post("/api/auth/me/account").then(),
            client().body(body).post("/api/auth/me/deletion").then(),
            client().body(Map.of("current", GOOD, "next", GOOD))
                    .put("/api/auth/me/password")
                    .then(),
            given().get("/api/auth/me/export").then(),
            given().delete("/api/auth/sessions").then(),
            signed("forged").get("/api/auth/me/export").then(),
        }) {
            assertProblem(answer, 401, "token-invalid");
        }
    }

    @Test
    void a_source_that_sends_too_many_passwords_has_to_wait() {
        for (int attempt = 0; attempt < 2 * config.passwordsPerMinute(); attempt++) {
            var answer =
                    logIn(given().contentType("application/json").header("X-Forwarded-For", "203.0.113.99"), "", GOOD);
            if (answer.extract().statusCode() == 429) {
                assertProblem(answer.header("Retry-After", matchesPattern("[1-9][0-9]?")), 429, "too-many-requests");
                return;
            }
        }
        throw new AssertionError("never refused");
    }

    private String accounts(String name) {
        return postgres.query("SELECT count(*) FROM auth.player WHERE NOT guest AND name = '" + name + "'");
    }
}
