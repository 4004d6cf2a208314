package io.trashpong.lobby.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.protocol.RoomId;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class RoomResourceTest {
    private final TestPlayer ana = TestPlayer.named("Ana");
    private final TestPlayer ben = TestPlayer.named("Ben");

    @Test
    void a_new_room_has_its_owner_on_the_left_a_ticket_and_his_name_for_a_title() {
        as(ana).body("{\"game\":\"pong\",\"visibility\":\"public\"}")
                .post("/api/rooms")
                .then()
                .statusCode(201)
                .body("room.title", equalTo("Ana"))
                .body("room.status", equalTo("waiting"))
                .body("room.owner.id", equalTo(ana.id().value()))
                .body("room.seats[0].name", equalTo("Ana"))
                .body("room.seats[1]", nullValue())
                .body("room.score", nullValue())
                .body("room.code", matchesPattern("[0-9a-hjkmnp-tv-z]{16}"))
                .body("seat", equalTo(0))
                .body("ticket", notNullValue())
                .body("relay", matchesPattern("/ws/rooms/[A-Za-z0-9_-]{22}"));
    }

    @Test
    void the_ticket_is_asked_for_with_who_sits_where() {
        var room = ana.newRoom();
        var ticket = ben.join(room).body().path("ticket").asText();
        org.junit.jupiter.api.Assertions.assertEquals(
                "{'player':{'id':'%s','name':'Ben'},'room':'%s','game':'pong','seat':1,'creator':false}"
                        .formatted(ben.id(), room),
                ticket);
    }

    @Test
    void a_title_is_tidied_and_may_be_of_any_script() {
        as(ana).body("{\"game\":\"pong\",\"visibility\":\"public\",\"title\":\"  卓球  で   遊ぼう \"}")
                .post("/api/rooms")
                .then()
                .statusCode(201)
                .body("room.title", equalTo("卓球 で 遊ぼう"));
    }

    @Test
    void a_private_room_is_seen_by_members_and_by_who_knows_its_code() {
        var made = ana.createRoom("private").body();
        var id = made.at("/room/id").asText();
        var code = made.at("/room/code").asText();
        as(ana).get("/api/rooms/" + id).then().statusCode(200).body("code", equalTo(code));
        as(ben).get("/api/rooms/" + id).then().statusCode(404).body("code", equalTo("not-found"));
        as(ben).get("/api/rooms").then().body("rooms.id", not(hasItem(id)));
        as(ben).get("/api/rooms?code=" + code)
                .then()
                .body("rooms.id", contains(id))
                .body("rooms[0].code", nullValue());
        as(ben).get("/api/rooms/" + id + "?code=" + code).then().statusCode(200);
        as(ben).body("{}")
                .post("/api/rooms/" + id + "/seats")
                .then()
                .statusCode(403)
                .body("code", equalTo("code-wrong"));
        as(ben).body("{\"code\":\"" + code + "\"}")
                .post("/api/rooms/" + id + "/seats")
                .then()
                .statusCode(201)
                .body("seat", equalTo(1))
                .body("room.code", equalTo(code));
    }

    @Test
    void a_code_of_no_room_lists_nothing() {
        as(ana).get("/api/rooms?code=0000000000000000").then().statusCode(200).body("rooms", empty());
        as(ana).get("/api/rooms?code=no'code").then().statusCode(200).body("rooms", empty());
    }

    @Test
    void the_list_filters_by_game_status_and_title() {
        var title = "Fi_nd%me " + ana.id().value().substring(0, 8);
        var id = as(ana).body("{\"game\":\"pong\",\"visibility\":\"public\",\"title\":\"" + title + "\"}")
                .post("/api/rooms")
                .path("room.id")
                .toString();
        var q = title.toLowerCase(java.util.Locale.ROOT);
        as(ben).queryParam("q", q)
                .get("/api/rooms?game=pong&status=waiting")
                .then()
                .body("rooms.id", contains(id));
        as(ben).queryParam("q", q).get("/api/rooms?status=full").then().body("rooms", empty());
        as(ben).queryParam("q", "_")
                .queryParam("limit", 100)
                .get("/api/rooms")
                .then()
                .body("rooms.id", hasItem(id));
    }

    @Test
    void the_owner_renames_and_hides_his_room_and_nobody_else_does() {
        var id = ana.newRoom();
        as(ana).body("{\"title\":\"Court 1\",\"visibility\":\"private\"}")
                .patch("/api/rooms/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("Court 1"))
                .body("visibility", equalTo("private"));
        as(ben).body("{\"title\":\"Mine\"}").patch("/api/rooms/" + id).then().statusCode(404);
        as(ana).body("{\"visibility\":\"public\"}")
                .patch("/api/rooms/" + id)
                .then()
                .statusCode(200);
        as(ben).body("{\"title\":\"Mine\"}")
                .patch("/api/rooms/" + id)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        as(ana).body("{}").patch("/api/rooms/" + id).then().statusCode(200).body("title", equalTo("Court 1"));
    }

    @Test
    void the_owner_deletes_his_room_and_nobody_else_does() {
        var id = ana.newRoom();
        as(ben).delete("/api/rooms/" + id).then().statusCode(403);
        as(ana).delete("/api/rooms/" + id).then().statusCode(204);
        as(ana).get("/api/rooms/" + id).then().statusCode(404).body("code", equalTo("room-gone"));
        as(ana).delete("/api/rooms/" + id).then().statusCode(404);
        as(ben).post("/api/rooms/" + id + "/seats").then().statusCode(404).body("code", equalTo("room-gone"));
    }

    @Test
    void a_room_that_never_was_is_not_found() {
        var nowhere = RoomId.random();
        as(ana).get("/api/rooms/" + nowhere).then().statusCode(404).body("code", equalTo("not-found"));
        as(ana).post("/api/rooms/" + nowhere + "/seats").then().statusCode(404).body("code", equalTo("not-found"));
        as(ana).delete("/api/rooms/" + nowhere + "/seats/me").then().statusCode(404);
        as(ana).get("/api/rooms/short").then().statusCode(404).contentType("application/problem+json");
    }

    private static RequestSpecification as(TestPlayer player) {
        return given().auth().oauth2(player.token()).contentType(ContentType.JSON);
    }
}
