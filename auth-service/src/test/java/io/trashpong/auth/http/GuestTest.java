package io.trashpong.auth.http;

import static io.restassured.RestAssured.given;
import static io.trashpong.auth.testing.Api.createGuest;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class GuestTest {

    @Test
    void a_guest_gets_a_token_that_says_who_he_is() {
        var guest = createGuest("Wanda").statusCode(201).extract();
        given().header("Authorization", "Bearer " + guest.path("token"))
                .get("/api/auth/me")
                .then()
                .statusCode(200)
                .body("player.id", equalTo(guest.path("player.id")))
                .body("player.name", equalTo("Wanda"))
                .body("guest", equalTo(true));
    }

    @Test
    void the_refresh_cookie_is_for_our_own_pages_only() {
        createGuest("Cookie")
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString("HttpOnly"),
                                containsString("SameSite=Strict"),
                                containsString("Path=/api/auth"),
                                not(containsString("Secure"))));
    }

    @Test
    void behind_https_the_cookie_is_secure() {
        given().contentType("application/json")
                .header("X-Forwarded-Proto", "https")
                .body("{\"name\":\"Cookie\"}")
                .post("/api/auth/guests")
                .then()
                .statusCode(201)
                .header("Set-Cookie", containsString("Secure"));
    }
}
