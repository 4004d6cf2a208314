package io.trashpong.auth.http;

import static io.restassured.RestAssured.given;
import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.client;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field.
class ProblemTest {
    private static final String TOO_LARGE = "{\"name\":\"" + "x".repeat(BodyLimit.MAX_BYTES) + "\"}";

    @TestHTTPResource("/api/auth/guests")
    URI guests;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "\"Max\"",
                "{}",
                "{\"name\":null}",
                "{\"name\":12}",
                "{\"name\":true}",
                "{\"name\":[\"Max\"]}",
                "{\"name\":{\"$ne\":\"\"}}",
                "{\"name\":\"Max\",\"admin\":true}",
                "{\"name\":\"Max\",\"name\":\"Moritz\"}",
                "{\"name\":\"Max\"} {}",
                "{\"name\":\"Max\",\"__proto__\":{}}",
                "\u0000",
            })
    void a_body_that_is_not_what_is_asked_for_is_refused(String body) {
        var answer = client().body(body).post("/api/auth/guests").then();
        assertProblem(answer, 400, "bad-request");
        answer.body(not(containsString("Exception"))).body(not(containsString("at io.")));
    }

    @Test
    void a_body_too_large_is_refused_by_its_announced_length() {
        assertProblem(client().body(TOO_LARGE).post("/api/auth/guests").then(), 413, "body-too-large");
    }

    @Test
    void a_body_that_does_not_say_its_length_is_refused() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(guests)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(TOO_LARGE.getBytes(StandardCharsets.UTF_8))))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertEquals(411, answer.statusCode());
            assertTrue(answer.body().contains("bad-request"), answer.body());
        }
    }

    @Test
    void an_unknown_path_is_a_problem_too() {
        assertProblem(given().get("/api/auth/nothing").then(), 404, "not-found");
        assertProblem(given().get("/").then(), 404, "not-found");
    }

    @Test
    void a_wrong_method_is_a_problem_too() {
        assertProblem(given().get("/api/auth/guests").then(), 405, "bad-request");
    }

    @Test
    void a_wrong_media_type_is_a_problem_too() {
        var answer = client().contentType("text/plain")
                .body("Max")
                .post("/api/auth/guests")
                .then();
        assertProblem(answer, 415, "bad-request");
    }

    @Test
    void an_answer_that_we_cannot_give_is_a_problem_too() {
        var answer = client().accept("image/png")
                .body("{\"name\":\"Max\"}")
                .post("/api/auth/guests")
                .then();
        assertProblem(answer, 406, "bad-request");
    }
}
