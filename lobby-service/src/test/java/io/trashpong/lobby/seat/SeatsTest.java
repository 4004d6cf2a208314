package io.trashpong.lobby.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.lobby.testing.Database;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.lobby.testing.TestPlayer.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class SeatsTest {
    private final TestPlayer ana = TestPlayer.named("Ana");
    private final TestPlayer ben = TestPlayer.named("Ben");

    @Test
    void of_100_parallel_joins_for_the_last_seat_exactly_one_wins() {
        var room = ana.newRoom();
        var answers = atOnce(100, player -> player.callAsync("POST", "/api/rooms/" + room + "/seats", ""));
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 201).count());
        assertEquals(
                99,
                answers.stream()
                        .filter(answer ->
                                answer.status() == 409 && answer.code().equals("room-full"))
                        .count());
        var winner = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        var room2 = ana.get("/api/rooms/" + room).body();
        assertEquals(winner.body().at("/room/seats/1/id"), room2.at("/seats/1/id"));
    }

    @Test
    void who_asks_for_a_quick_match_twice_still_waits_in_one_room() {
        Database.endWaitingRooms();
        var first = ana.call("POST", "/api/rooms/quick", "{\"game\":\"pong\"}");
        var second = ana.call("POST", "/api/rooms/quick", "{\"game\":\"pong\"}");
        assertEquals(201, first.status());
        assertEquals(200, second.status());
        assertEquals(first.body().at("/room/id"), second.body().at("/room/id"));
    }

    @Test
    void joining_again_gives_the_same_seat() {
        var room = ana.newRoom();
        assertEquals(1, ben.join(room).body().path("seat").asInt());
        var again = ben.join(room);
        assertEquals(201, again.status());
        assertEquals(1, again.body().path("seat").asInt());
        assertEquals(0, ana.join(room).body().path("seat").asInt());
    }

    @Test
    void a_player_has_a_seat_in_at_most_5_rooms_however_he_asks() {
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> ana.callAsync("POST", "/api/rooms", "{\"game\":\"pong\",\"visibility\":\"private\"}"))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(
                5, answers.stream().filter(answer -> answer.status() == 201).count());
        assertEquals(
                15,
                answers.stream()
                        .filter(answer -> answer.code().equals("too-many-rooms"))
                        .count());
        var other = ben.newRoom();
        assertEquals("too-many-rooms", ana.join(other).code());
        assertEquals(
                "too-many-rooms",
                ana.call("POST", "/api/rooms/quick", "{\"game\":\"pong\"}").code());
    }

    @Test
    void a_seat_given_up_is_free_again_and_the_relay_is_told() {
        var room = ana.newRoom();
        assertEquals(201, ben.join(room).status());
        assertEquals(204, ben.delete("/api/rooms/" + room + "/seats/me").status());
        var after = ana.get("/api/rooms/" + room).body();
        assertEquals("waiting", after.path("status").asText());
        assertTrue(after.at("/seats/1").isNull());
        assertEquals(List.of("seat-given-up"), toldOf(room));
        assertEquals(
                "not-seated", ben.delete("/api/rooms/" + room + "/seats/me").code());
        assertEquals(1, TestPlayer.named("Cleo").join(room).body().path("seat").asInt());
    }

    @Test
    void when_the_creator_gives_up_his_seat_before_a_match_the_room_closes() {
        var room = ana.newRoom();
        assertEquals(201, ben.join(room).status());
        assertEquals(204, ana.delete("/api/rooms/" + room + "/seats/me").status());
        assertEquals("room-gone", ben.get("/api/rooms/" + room).code());
        assertEquals(List.of("room-deleted"), toldOf(room));
    }

    private static List<String> toldOf(String room) {
        return Database.query(
                "SELECT payload->>'type' FROM bus.outbox WHERE topic = 'lobby' AND payload->>'room' = ? ORDER BY 1",
                room);
    }

    private static List<Answer> atOnce(int players, Function<TestPlayer, CompletableFuture<Answer>> act) {
        return IntStream.range(0, players).mapToObj(i -> TestPlayer.named("Player " + i)).map(act).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
