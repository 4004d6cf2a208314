package io.trashpong.auth.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls a client makes. */
public final class Api {
    public static final String COOKIE = "trashpong-refresh";

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private Api() {}

    /** A client at an address of its own, so that tests do not use up each other's limits. */
    public static RequestSpecification client() {
        int number = CLIENTS.incrementAndGet();
        return given().header("X-Forwarded-For", "198.18." + number / 256 + "." + number % 256)
                .contentType("application/json");
    }

    public static ValidatableResponse createGuest(String name) {
        return client().body(Map.of("name", name)).post("/api/auth/guests").then();
    }

    public static ValidatableResponse createAccount(String name, String password) {
        return client().body(Map.of("name", name, "password", password))
                .post("/api/auth/accounts")
                .then();
    }

    /** The guest whose {@code token} this is becomes an account under his own name. */
    public static ValidatableResponse upgrade(String token, String password) {
        return signed(token)
                .body(Map.of("password", password))
                .post("/api/auth/me/account")
                .then();
    }

    public static ValidatableResponse logIn(String name, String password) {
        return logIn(client(), name, password);
    }

    public static ValidatableResponse logIn(RequestSpecification client, String name, String password) {
        return client.body(Map.of("name", name, "password", password))
                .post("/api/auth/sessions")
                .then();
    }

    public static ValidatableResponse changePassword(String token, String current, String next) {
        return signed(token)
                .body(Map.of("current", current, "next", next))
                .put("/api/auth/me/password")
                .then();
    }

    public static ValidatableResponse delete(String token, String password) {
        return signed(token)
                .body(Map.of("password", password))
                .post("/api/auth/me/deletion")
                .then();
    }

    /** A client at an address of its own, with a user token. */
    public static RequestSpecification signed(String token) {
        return client().header("Authorization", "Bearer " + token);
    }

    public static ValidatableResponse renew(String refresh) {
        return given().cookie(COOKIE, refresh).post("/api/auth/token").then();
    }

    public static ValidatableResponse me(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/auth/me")
                .then();
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
