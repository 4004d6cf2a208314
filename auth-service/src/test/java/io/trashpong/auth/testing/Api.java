package io.trashpong.auth.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** The calls a client makes. */
public final class Api {
    public static final String COOKIE = "trashpong-refresh";

    private Api() {}

    public static ValidatableResponse createGuest(String name) {
        return given().contentType("application/json")
                .body(Map.of("name", name))
                .post("/api/auth/guests")
                .then();
    }

    public static ValidatableResponse renew(String refresh) {
        return given().cookie(COOKIE, refresh).post("/api/auth/token").then();
    }

    /** Has every member of a problem, and this code. */
    public static void assertProblem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("code", equalTo(code));
    }
}
