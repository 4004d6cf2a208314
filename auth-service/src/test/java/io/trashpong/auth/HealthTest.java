package io.trashpong.auth;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field.
class HealthTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void liveness_and_start_ask_nobody() {
        for (var probe : new String[] {"live", "started"}) {
            get(management + "health/" + probe)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"))
                    .body("checks", empty());
        }
    }

    @Test
    void readiness_asks_postgres_once() {
        get(management + "health/ready").then().statusCode(200).body("checks.name", contains("postgres"));
    }

    @Test
    void metrics_are_scraped_apart_from_the_players_port() {
        get("/.well-known/jwks.json").then().statusCode(200);
        get(management + "metrics").then().statusCode(200).body(containsString("http_server_requests_seconds"));
        get("/q/metrics").then().statusCode(404);
    }
}
