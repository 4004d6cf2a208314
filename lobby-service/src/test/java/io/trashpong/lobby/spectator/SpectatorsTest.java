package io.trashpong.lobby.spectator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.trashpong.lobby.testing.Database;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class SpectatorsTest {
    private final TestPlayer ana = TestPlayer.named("Ana");
    private final TestPlayer ben = TestPlayer.named("Ben");
    private final TestPlayer eve = TestPlayer.named("Eve");

    @Test
    void who_watches_gets_a_ticket_without_a_seat_and_takes_none() {
        var room = ana.newRoom();
        as(eve).post("/api/rooms/" + room + "/spectators")
                .then()
                .statusCode(201)
                .body("room.id", equalTo(room))
                .body("room.seats[1]", nullValue())
                .body("room.spectators", equalTo(0))
                .body("room.code", nullValue())
                .body("seat", nullValue())
                .body("relay", equalTo("/ws/rooms/" + room))
                .body(
                        "ticket",
                        equalTo(
                                "{'player':{'id':'%s','name':'Eve'},'room':'%s','game':'pong','seat':null,'creator':false}"
                                        .formatted(eve.id(), room)));
        assertEquals(1, ben.join(room).body().path("seat").asInt(), "the seat is still free");
        as(eve).post("/api/rooms/" + room + "/spectators").then().statusCode(201);
    }

    @Test
    void a_private_room_is_watched_with_its_code_only() {
        var made = ana.createRoom("private").body();
        var spectators = "/api/rooms/" + made.at("/room/id").asText() + "/spectators";
        var code = made.at("/room/code").asText();
        as(eve).post(spectators).then().statusCode(403).body("code", equalTo("code-wrong"));
        as(eve).body("{\"code\":\"0000000000000000\"}")
                .post(spectators)
                .then()
                .statusCode(403)
                .body("code", equalTo("code-wrong"));
        as(eve).body("{\"code\":\"" + code + "\"}")
                .post(spectators)
                .then()
                .statusCode(201)
                .body("room.code", nullValue());
    }

    @Test
    void who_plays_there_does_not_watch() {
        var room = ana.newRoom();
        as(ana).post("/api/rooms/" + room + "/spectators")
                .then()
                .statusCode(409)
                .body("code", equalTo("seated"));
    }

    @Test
    void the_stands_are_bounded() {
        var room = ana.newRoom();
        Database.execute("UPDATE lobby.room SET spectators = " + RoomTicket.MAX_SPECTATORS + " WHERE id = ?", room);
        as(eve).post("/api/rooms/" + room + "/spectators")
                .then()
                .statusCode(409)
                .body("code", equalTo("stands-full"));
    }

    @Test
    void a_room_that_is_over_or_never_was_is_not_watched() {
        var room = ana.newRoom();
        as(ana).delete("/api/rooms/" + room).then().statusCode(204);
        as(eve).post("/api/rooms/" + room + "/spectators")
                .then()
                .statusCode(404)
                .body("code", equalTo("room-gone"));
        as(eve).post("/api/rooms/" + RoomId.random() + "/spectators")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        as(eve).post("/api/rooms/short/spectators").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void nobody_watches_without_a_token_or_with_a_body_of_another_form() {
        var room = ana.newRoom();
        given().contentType(ContentType.JSON)
                .post("/api/rooms/" + room + "/spectators")
                .then()
                .statusCode(401)
                .body("code", equalTo("token-invalid"));
        as(eve).body("{\"seat\":1}")
                .post("/api/rooms/" + room + "/spectators")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-request"));
    }

    private static RequestSpecification as(TestPlayer player) {
        return given().auth().oauth2(player.token()).contentType(ContentType.JSON);
    }
}
