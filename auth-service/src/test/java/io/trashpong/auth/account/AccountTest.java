package io.trashpong.auth.account;

import static io.trashpong.auth.testing.Api.COOKIE;
import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.changePassword;
import static io.trashpong.auth.testing.Api.createAccount;
import static io.trashpong.auth.testing.Api.createGuest;
import static io.trashpong.auth.testing.Api.logIn;
import static io.trashpong.auth.testing.Api.me;
import static io.trashpong.auth.testing.Api.renew;
import static io.trashpong.auth.testing.Api.signed;
import static io.trashpong.auth.testing.Api.upgrade;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.password.QuickCost;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field.
class AccountTest {
    private static final String PASSWORD = "Kiefernzapfen im Regen";

    @Postgres.Mine
    PostgresServer postgres;

    @Test
    void an_account_logs_in_from_anywhere_under_any_spelling_of_its_name() {
        var account = createAccount("Straßer", PASSWORD)
                .statusCode(201)
                .header("Cache-Control", containsString("no-store"))
                .header("Set-Cookie", containsString("HttpOnly"))
                .extract();
        me(account.path("token")).statusCode(200).body("guest", equalTo(false)).body("player.name", equalTo("Straßer"));
        renew(account.cookie(COOKIE)).statusCode(200);
        var loggedIn = logIn("ＳＴＲＡＳＳＥＲ", PASSWORD).statusCode(201).extract();
        assertEquals(account.<String>path("player.id"), loggedIn.path("player.id"));
        assertEquals("Straßer", loggedIn.path("player.name"));
        me(loggedIn.path("token")).body("guest", equalTo(false));
        renew(loggedIn.cookie(COOKIE)).statusCode(200);
    }

    @Test
    void a_guest_becomes_an_account_and_stays_who_he_is() {
        var guest = createGuest("Gustav").statusCode(201).extract();
        var account = upgrade(guest.path("token"), PASSWORD).statusCode(201).extract();
        assertEquals(guest.<String>path("player.id"), account.path("player.id"));
        assertEquals("Gustav", account.path("player.name"));
        me(account.path("token")).body("guest", equalTo(false));
        renew(account.cookie(COOKIE)).statusCode(200);
        assertProblem(renew(guest.cookie(COOKIE)), 401, "token-invalid");
        assertProblem(upgrade(guest.path("token"), PASSWORD), 409, "account-exists");
        assertEquals("0", events(guest.path("player.id")));
    }

    @Test
    void he_may_choose_another_name_and_the_others_are_told() {
        createGuest("Hermine").statusCode(201);
        var guest = createGuest("Hermine")
                .statusCode(201)
                .body("player.name", equalTo("Hermine 2"))
                .extract();
        var taken = signed(guest.path("token"))
                .body(Map.of("name", "HERMINE", "password", PASSWORD))
                .post("/api/auth/me/account")
                .then();
        assertProblem(taken, 409, "name-taken");
        signed(guest.path("token"))
                .body(Map.of("name", "Hermine G", "password", PASSWORD))
                .post("/api/auth/me/account")
                .then()
                .statusCode(201)
                .body("player.id", equalTo(guest.path("player.id")))
                .body("player.name", equalTo("Hermine G"));
        assertEquals(
                "{\"type\": \"player-renamed\", \"player\": {\"id\": \"" + guest.path("player.id")
                        + "\", \"name\": \"Hermine G\"}}",
                postgres.query("SELECT payload FROM bus.outbox WHERE payload->'player'->>'id' = '"
                        + guest.path("player.id") + "'"));
    }

    @Test
    void the_name_of_an_account_is_nobody_elses() {
        createAccount("Olga", PASSWORD).statusCode(201);
        createGuest("ＯＬＧＡ").statusCode(201).body("player.name", equalTo("ＯＬＧＡ 2"));
        assertProblem(createAccount("olga", PASSWORD), 409, "name-taken");
        assertProblem(createAccount("OLGA 2", PASSWORD), 409, "name-taken");
    }

    @Test
    void a_changed_password_ends_all_other_sessions() {
        var before = createAccount("Changer", PASSWORD).statusCode(201).extract();
        var next = PASSWORD + " und Schnee";
        var after = changePassword(before.path("token"), PASSWORD, next)
                .statusCode(200)
                .extract();
        assertProblem(renew(before.cookie(COOKIE)), 401, "token-invalid");
        me(after.path("token")).statusCode(200);
        renew(after.cookie(COOKIE)).statusCode(200);
        assertProblem(logIn("Changer", PASSWORD), 403, "credentials-wrong");
        logIn("Changer", next).statusCode(201);
    }

    @Test
    void logging_out_everywhere_ends_every_session() {
        var one = createAccount("Everywhere", PASSWORD).statusCode(201).extract();
        var other = logIn("Everywhere", PASSWORD).statusCode(201).extract();
        var stranger = createGuest("Stranger").statusCode(201).extract();
        signed(one.path("token"))
                .delete("/api/auth/sessions")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));
        assertProblem(renew(one.cookie(COOKIE)), 401, "token-invalid");
        assertProblem(renew(other.cookie(COOKIE)), 401, "token-invalid");
        renew(stranger.cookie(COOKIE)).statusCode(200);
    }

    @Test
    void an_older_hash_is_replaced_at_the_next_log_in() {
        createAccount("Oldie", PASSWORD).statusCode(201);
        postgres.execute(
                "UPDATE auth.player SET password_hash = '" + OlderHash.of(PASSWORD) + "' WHERE name = 'Oldie'");
        logIn("Oldie", PASSWORD).statusCode(201);
        assertTrue(postgres.query("SELECT password_hash FROM auth.player WHERE name = 'Oldie'")
                .startsWith(QuickCost.PREFIX));
        logIn("Oldie", PASSWORD).statusCode(201);
    }

    private String events(String player) {
        return postgres.query("SELECT count(*) FROM bus.outbox WHERE payload::text LIKE '%" + player + "%'");
    }
}
