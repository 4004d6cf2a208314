package io.trashpong.auth.account;

import static io.trashpong.auth.testing.Api.COOKIE;
import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.changePassword;
import static io.trashpong.auth.testing.Api.createAccount;
import static io.trashpong.auth.testing.Api.createGuest;
import static io.trashpong.auth.testing.Api.delete;
import static io.trashpong.auth.testing.Api.logIn;
import static io.trashpong.auth.testing.Api.renew;
import static io.trashpong.auth.testing.Api.signed;
import static io.trashpong.auth.testing.Api.upgrade;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field.
class DeletionTest {
    private static final String PASSWORD = "Kiefernzapfen im Regen";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT.*Z";

    @Postgres.Mine
    PostgresServer postgres;

    @Test
    void a_deleted_account_is_gone_its_name_free_and_the_others_are_told() {
        var account = createAccount("Delia", PASSWORD).statusCode(201).extract();
        String token = account.path("token");
        assertProblem(delete(token, "not the password"), 403, "credentials-wrong");
        assertProblem(signed(token).body("{}").post("/api/auth/me/deletion").then(), 403, "credentials-wrong");
        delete(token, PASSWORD).statusCode(204).header("Set-Cookie", containsString("Max-Age=0"));

        assertProblem(renew(account.cookie(COOKIE)), 401, "token-invalid");
        assertProblem(logIn("Delia", PASSWORD), 403, "credentials-wrong");
        createGuest("Delia").statusCode(201).body("player.name", equalTo("Delia"));
        assertEquals(deleted(account.path("player.id")), event(account.path("player.id")));
    }

    @Test
    void with_the_token_of_a_deleted_player_nothing_can_be_done() {
        var guest = createGuest("Phantom").statusCode(201).extract();
        String token = guest.path("token");
        signed(token).body("{}").post("/api/auth/me/deletion").then().statusCode(204);
        assertEquals(deleted(guest.path("player.id")), event(guest.path("player.id")));
        assertProblem(upgrade(token, PASSWORD), 401, "token-invalid");
        assertProblem(changePassword(token, PASSWORD, PASSWORD + "!"), 401, "token-invalid");
        assertProblem(delete(token, PASSWORD), 401, "token-invalid");
        assertProblem(signed(token).get("/api/auth/me/export").then(), 401, "token-invalid");
    }

    @Test
    void an_account_gets_all_that_is_kept_of_it() {
        var account = createAccount("Exporter", PASSWORD).statusCode(201).extract();
        signed(account.path("token"))
                .get("/api/auth/me/export")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .header("Content-Disposition", containsString("attachment"))
                .body("", aMapWithSize(6))
                .body("player.id", equalTo(account.path("player.id")))
                .body("player.name", equalTo("Exporter"))
                .body("guest", equalTo(false))
                .body("createdAt", matchesPattern(TIME))
                .body("lastUsedAt", matchesPattern(TIME))
                .body("passwordSetAt", matchesPattern(TIME))
                .body("sessions", hasSize(1))
                .body(not(containsString("argon2")));
    }

    @Test
    void a_guest_gets_it_too() {
        String token = createGuest("Portable").statusCode(201).extract().path("token");
        signed(token)
                .get("/api/auth/me/export")
                .then()
                .statusCode(200)
                .body("guest", equalTo(true))
                .body("passwordSetAt", nullValue());
    }

    private static String deleted(String player) {
        return "{\"type\": \"player-deleted\", \"player\": \"" + player + "\"}";
    }

    private String event(String player) {
        return postgres.query(
                "SELECT payload FROM bus.outbox WHERE topic = 'auth' AND payload->>'player' = '" + player + "'");
    }
}
