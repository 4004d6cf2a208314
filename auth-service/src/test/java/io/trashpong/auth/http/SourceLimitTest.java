package io.trashpong.auth.http;

import static io.restassured.RestAssured.given;
import static io.trashpong.auth.testing.Api.assertProblem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.trashpong.auth.AuthConfig;
import io.trashpong.auth.testing.Postgres;
import jakarta.inject.Inject;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field.
class SourceLimitTest {
    @Inject
    AuthConfig config;

    @Test
    void a_source_that_makes_too_many_guests_has_to_wait_and_others_do_not() {
        var refused = tryUntilRefused(attempt -> "203.0.113.7");
        assertProblem(refused.header("Retry-After", matchesPattern("[1-9][0-9]?")), 429, "too-many-requests");
        tryFrom("203.0.113.8").statusCode(400);
    }

    @Test
    void what_a_client_claims_of_its_source_is_not_believed() {
        var refused = tryUntilRefused(attempt -> "192.0.2." + attempt + ", 203.0.113.9");
        assertProblem(refused, 429, "too-many-requests");
        tryFrom("203.0.113.9, 203.0.113.10").statusCode(400);
    }

    @Test
    void one_network_of_ipv6_is_one_source() {
        var refused = tryUntilRefused(attempt -> "2001:db8::" + Integer.toHexString(attempt));
        assertProblem(refused, 429, "too-many-requests");
        tryFrom("2001:db8:0:1::1").statusCode(400);
    }

    /** A slow machine earns a few more tries meanwhile, yet not as many again. */
    private ValidatableResponse tryUntilRefused(IntFunction<String> forwarded) {
        for (int attempt = 0; attempt < 2 * config.guestsPerMinute(); attempt++) {
            var answer = tryFrom(forwarded.apply(attempt));
            if (answer.extract().statusCode() == 429) {
                assertTrue(attempt >= config.guestsPerMinute(), "refused already at " + attempt);
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }

    /** A name that is refused counts as well, and is cheaper. */
    private static ValidatableResponse tryFrom(String forwarded) {
        return given().contentType("application/json")
                .header("X-Forwarded-For", forwarded)
                .body("{\"name\":\"\"}")
                .post("/api/auth/guests")
                .then();
    }
}
