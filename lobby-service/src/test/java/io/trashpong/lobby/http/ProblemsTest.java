package io.trashpong.lobby.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.trashpong.lobby.testing.Database;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class ProblemsTest {
    private final TestPlayer ana = TestPlayer.named("Ana");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"pong\"",
                "{} {}",
                "{\"game\":\"pong\"}",
                "{\"visibility\":\"public\"}",
                "{\"game\":\"chess\",\"visibility\":\"public\"}",
                "{\"game\":0,\"visibility\":\"public\"}",
                "{\"game\":\"pong\",\"visibility\":\"secret\"}",
                "{\"game\":\"pong\",\"visibility\":\"public\",\"owner\":\"me\"}",
                "{\"game\":\"pong\",\"game\":\"pong\",\"visibility\":\"public\"}",
                "{\"game\":\"pong\",\"visibility\":\"public\",\"title\":7}",
                "{\"game\":\"pong\",\"visibility\":\"public\",\"title\":[\"a\"]}",
            })
    void a_body_that_is_not_ours_is_a_bad_request(String body) {
        refused(post(body, "application/json"), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\\u0000",
                "a\\nb",
                "\\u202Eabc",
                "a\\u200Bb",
                "\\u3164",
                "\\uD800",
                "\\uFEFF",
                "\\uE000",
                "x\\u0301\\u0302\\u0303\\u0304",
                "12345678901234567890123456789012345678901",
            })
    void a_title_that_can_not_be_one_is_refused(String title) {
        refused(
                post("{\"game\":\"pong\",\"visibility\":\"public\",\"title\":\"" + title + "\"}", "application/json"),
                400,
                "title-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=101",
                "?limit=ten",
                "?limit=-1",
                "?limit=99999999999",
                "?after=nonsense",
                "?after=MQ==",
                "?game=chess",
                "?status=gone",
                "?q=%00",
                "?q=a%0Ab",
            })
    void a_query_that_is_not_ours_is_a_bad_request(String query) {
        refused(
                given().urlEncodingEnabled(false)
                        .auth()
                        .oauth2(ana.token())
                        .get("/api/rooms" + query)
                        .then(),
                400,
                "bad-request");
    }

    @Test
    void other_methods_paths_and_media_types_are_problems_too() {
        var token = ana.token();
        refused(given().auth().oauth2(token).put("/api/rooms").then(), 405, "bad-request");
        refused(given().auth().oauth2(token).get("/api/nothing").then(), 404, "not-found");
        refused(given().auth().oauth2(token).get("/elsewhere").then(), 404, "not-found");
        refused(post("game=pong", "text/plain"), 415, "bad-request");
    }

    @Test
    void a_body_over_16_KiB_is_refused() {
        refused(post("{\"title\":\"" + "x".repeat(17 * 1024) + "\"}", "application/json"), 413, "body-too-large");
    }

    @Test
    void a_request_without_a_token_is_refused_everywhere() {
        for (String path : new String[] {
            "/api/rooms",
            "/api/rooms/" + "A".repeat(22),
            "/api/leaderboard?game=pong",
            "/api/matches/" + "A".repeat(22),
            "/api/players",
            "/api/players/" + "A".repeat(22) + "/matches",
            "/api/invitations",
            "/api/blocks"
        }) {
            refused(given().get(path).then(), 401, "token-invalid");
        }
        refused(
                given().contentType("application/json")
                        .body("{\"game\":\"pong\"}")
                        .post("/api/rooms/quick")
                        .then(),
                401,
                "token-invalid");
    }

    @Test
    void while_auth_is_away_a_join_is_told_to_come_back_and_keeps_its_seat() {
        var room = ana.newRoom();
        var ben = TestPlayer.named("Ben");
        auth("/test/away");
        try {
            toldToComeBack(given().auth()
                    .oauth2(ben.token())
                    .contentType("application/json")
                    .post("/api/rooms/" + room + "/seats")
                    .then());
        } finally {
            auth("/test/back");
        }
        given().auth()
                .oauth2(ben.token())
                .contentType("application/json")
                .post("/api/rooms/" + room + "/seats")
                .then()
                .statusCode(201)
                .body("seat", equalTo(1))
                .body("room.status", equalTo("full"));
    }

    @Test
    void while_postgres_does_not_answer_a_change_is_told_to_come_back_within_3_s() throws SQLException {
        try (var holder = Database.connect()) {
            holder.setAutoCommit(false);
            try (var statement = holder.createStatement()) {
                statement.execute("SELECT value FROM lobby.feed_version FOR UPDATE");
            }
            toldToComeBack(post("{\"game\":\"pong\",\"visibility\":\"public\"}", "application/json"));
        }
        post("{\"game\":\"pong\",\"visibility\":\"public\"}", "application/json")
                .statusCode(201);
    }

    private ValidatableResponse post(String body, String type) {
        return given().auth()
                .oauth2(ana.token())
                .header("Content-Type", type)
                .body(body)
                .post("/api/rooms")
                .then();
    }

    private static void toldToComeBack(ValidatableResponse response) {
        refused(response, 503, "unavailable");
        response.header("Retry-After", notNullValue()).time(lessThan(3L), TimeUnit.SECONDS);
    }

    private static void refused(ValidatableResponse response, int status, String code) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("code", equalTo(code));
    }

    private static void auth(String path) {
        RestAssured.post(ConfigProvider.getConfig().getValue("trashpong.auth-url", String.class) + path)
                .then()
                .statusCode(200);
    }
}
