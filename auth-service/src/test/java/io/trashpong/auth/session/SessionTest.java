package io.trashpong.auth.session;

import static io.restassured.RestAssured.given;
import static io.trashpong.auth.testing.Api.COOKIE;
import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.createGuest;
import static io.trashpong.auth.testing.Api.me;
import static io.trashpong.auth.testing.Api.renew;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field.
class SessionTest {
    @Postgres.Mine
    PostgresServer postgres;

    @Test
    void the_cookie_renews_the_token_and_itself() {
        var guest = createGuest("Renata").statusCode(201).extract();
        var renewed = renew(guest.cookie(COOKIE)).statusCode(200).extract();
        assertEquals(guest.<String>path("player.id"), renewed.path("player.id"));
        assertNotEquals(guest.cookie(COOKIE), renewed.cookie(COOKIE));
        me(renewed.path("token")).statusCode(200).body("player.name", equalTo("Renata"));
        renew(renewed.cookie(COOKIE)).statusCode(200);
    }

    @Test
    void two_tabs_may_race_with_one_cookie() {
        var first = newSession();
        var one = renew(first).statusCode(200).extract().cookie(COOKIE);
        var other = renew(first).statusCode(200).extract().cookie(COOKIE);
        renew(one).statusCode(200);
        renew(other).statusCode(200);
    }

    @Test
    void a_copied_cookie_ends_the_whole_session() {
        var stolen = newSession();
        var current = renew(stolen).statusCode(200).extract().cookie(COOKIE);
        useLongAgo(stolen);
        assertProblem(renew(stolen), 401, "token-invalid");
        assertProblem(renew(current), 401, "token-invalid");
    }

    @Test
    void an_expired_cookie_renews_nothing() {
        var refresh = newSession();
        postgres.execute("UPDATE auth.refresh_token SET issued_at = now() - interval '31 days' WHERE hash = '\\x"
                + hash(refresh) + "'");
        assertProblem(renew(refresh), 401, "token-invalid");
    }

    @Test
    void signing_out_ends_the_session_and_only_this_one() {
        var mine = newSession();
        var another = newSession();
        given().cookie(COOKIE, mine)
                .delete("/api/auth/sessions/current")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));
        assertProblem(renew(mine), 401, "token-invalid");
        renew(another).statusCode(200);
    }

    @Test
    void signing_out_without_a_session_is_no_error() {
        given().delete("/api/auth/sessions/current").then().statusCode(204);
        given().cookie(COOKIE, "rubbish")
                .delete("/api/auth/sessions/current")
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "' OR 1=1 --",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void a_forged_cookie_renews_nothing_and_is_taken_away(String forged) {
        var answer = renew(forged).header("Set-Cookie", containsString("Max-Age=0"));
        assertProblem(answer, 401, "token-invalid");
    }

    @Test
    void without_a_cookie_nothing_is_renewed() {
        assertProblem(given().post("/api/auth/token").then(), 401, "token-invalid");
    }

    @Test
    void only_a_hash_is_stored() {
        var refresh = newSession();
        var stored = "SELECT count(*) FROM auth.refresh_token WHERE hash = '\\x" + hash(refresh) + "'";
        assertEquals("1", postgres.query(stored));
    }

    private static String newSession() {
        return createGuest("Sessions").statusCode(201).extract().cookie(COOKIE);
    }

    /** As if the grace for racing tabs were over. */
    private void useLongAgo(String refresh) {
        postgres.execute("UPDATE auth.refresh_token SET used_at = used_at - interval '11 s' WHERE hash = '\\x"
                + hash(refresh) + "'");
    }

    private static String hash(String refresh) {
        return HexFormat.of()
                .formatHex(RefreshToken.parse(refresh).orElseThrow().hash());
    }
}
