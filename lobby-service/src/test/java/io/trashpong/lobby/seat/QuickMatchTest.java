package io.trashpong.lobby.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.lobby.testing.Database;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.lobby.testing.TestPlayer.Answer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class QuickMatchTest {
    private static final int MANY = 200;

    private final TestPlayer ana = TestPlayer.named("Ana");
    private final TestPlayer ben = TestPlayer.named("Ben");
    private final TestPlayer cleo = TestPlayer.named("Cleo");

    @BeforeEach
    void nobody_waits() {
        Database.endWaitingRooms();
    }

    @Test
    void of_200_at_once_nobody_is_in_two_rooms_and_nobody_is_left_alone() {
        var players = IntStream.range(0, MANY)
                .mapToObj(i -> TestPlayer.named("Player " + i))
                .toList();
        var answers = players.stream().map(QuickMatchTest::quickAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(
                MANY / 2, answers.stream().map(QuickMatchTest::room).distinct().count());
        var ids = players.stream().map(player -> player.id().value()).toList();
        var rooms = Database.query(
                "SELECT seat0_id || ' ' || seat1_id FROM lobby.room WHERE status = 'full'"
                        + " AND seat0_id = ANY (string_to_array(?, ','))",
                String.join(",", ids));
        assertEquals(MANY / 2, rooms.size());
        assertEquals(
                Set.copyOf(ids),
                rooms.stream()
                        .flatMap(room -> List.of(room.split(" ")).stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void who_has_waited_longest_is_served_first() {
        var first = ana.newRoom();
        var second = ben.newRoom();
        assertEquals(first, room(quick(cleo)));
        assertEquals(second, room(quick(TestPlayer.named("Dora"))));
    }

    @Test
    void who_was_left_alone_waits_from_then_on_and_not_from_the_time_of_his_room() {
        var old = ana.newRoom();
        assertEquals(201, ben.join(old).status());
        var younger = cleo.newRoom();
        assertEquals(204, ben.delete("/api/rooms/" + old + "/seats/me").status());
        assertEquals(younger, room(quick(TestPlayer.named("Dora"))));
        assertEquals(old, room(quick(TestPlayer.named("Emil"))));
    }

    @Test
    void who_waits_and_asks_again_moves_to_who_has_waited_longer_and_leaves_nothing_behind() {
        var mine = ana.newRoom();
        var hidden = ana.createRoom("private").body().at("/room/id").asText();
        var older = ben.newRoom();
        Database.execute("UPDATE lobby.room SET waiting_since = now() - interval '1 minute' WHERE id = ?", older);
        assertEquals(older, room(quick(ana)));
        assertEquals("room-gone", ana.get("/api/rooms/" + mine).code());
        assertEquals("room-gone", ana.get("/api/rooms/" + hidden).code());
    }

    @Test
    void who_has_waited_longest_himself_stays_where_he_is() {
        var mine = ana.newRoom();
        assertEquals(201, ben.createRoom("public").status());
        assertEquals(mine, room(quick(ana)));
        assertEquals(mine, room(quick(ben)));
    }

    @Test
    void who_asks_again_for_an_answer_that_was_lost_is_led_to_the_same_seat() {
        var room = ana.newRoom();
        assertEquals(room, room(quick(ben)));
        assertEquals(room, room(quick(ben)));
        assertEquals(room, room(quick(ana)));
        assertEquals(201, quick(cleo).status());
        assertEquals(room, room(quick(ben)));
    }

    @Test
    void a_room_in_which_nobody_waits_is_passed_over() {
        var empty = ana.newRoom();
        Database.execute("UPDATE lobby.room SET seat0_id = NULL, seat0_name = NULL WHERE id = ?", empty);
        var made = quick(ben);
        assertEquals(201, made.status());
        assertEquals(room(made), room(quick(cleo)));
    }

    @Test
    void who_wants_another_game_waits_for_somebody_who_wants_it_too() {
        var pong = ana.newRoom();
        var wanted = "{\"game\":\"tictactoe\"}";
        var made = ben.call("POST", "/api/rooms/quick", wanted);
        assertEquals(201, made.status());
        assertNotEquals(pong, room(made));
        assertEquals("tictactoe", made.body().at("/room/game").asText());
        assertEquals(room(made), room(cleo.call("POST", "/api/rooms/quick", wanted)));
        assertEquals(pong, room(quick(TestPlayer.named("Dora"))));
    }

    private static Answer quick(TestPlayer player) {
        return quickAsync(player).join();
    }

    private static CompletableFuture<Answer> quickAsync(TestPlayer player) {
        return player.callAsync("POST", "/api/rooms/quick", "{\"game\":\"pong\"}")
                // Told to come back, as all clients are when there are too many at once.
                .thenCompose(answer ->
                        answer.status() == 503 ? quickAsync(player) : CompletableFuture.completedFuture(answer));
    }

    private static String room(Answer answer) {
        return answer.body().at("/room/id").asText();
    }
}
