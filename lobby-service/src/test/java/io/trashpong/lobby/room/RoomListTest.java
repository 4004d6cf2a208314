package io.trashpong.lobby.room;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.lobby.testing.Database;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class RoomListTest {
    private static final Duration SOON = Duration.ofSeconds(8);

    private final TestPlayer ana = TestPlayer.named("Ana");

    @Test
    void pages_miss_and_double_nothing_while_rooms_are_made() {
        var made = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            made.add(TestPlayer.named("Owner " + i).newRoom());
        }
        var seen = new ArrayList<String>();
        var path = "/api/rooms?limit=3";
        for (String next = ""; !next.equals("null"); ) {
            var page = ana.get(path + (next.isEmpty() ? "" : "&after=" + next)).body();
            page.path("rooms").forEach(room -> seen.add(room.path("id").asText()));
            assertTrue(page.path("rooms").size() <= 3);
            assertEquals(201, TestPlayer.named("Late").createRoom("public").status());
            next = page.path("next").asText();
        }
        assertTrue(seen.containsAll(made));
        assertEquals(seen.size(), new HashSet<>(seen).size());
    }

    @Test
    void a_room_that_the_relay_never_opens_goes_away_and_one_that_it_opened_stays() {
        var unopened = ana.newRoom();
        var opened = ana.newRoom();
        Database.execute("UPDATE lobby.room SET opened = true WHERE id = ?", opened);
        age("touched_at", "89 seconds", unopened);
        age("touched_at", "1 hour", opened);
        assertEquals(200, ana.get("/api/rooms/" + unopened).status());
        age("touched_at", "91 seconds", unopened);
        await().atMost(SOON)
                .until(() -> ana.get("/api/rooms/" + unopened).code().equals("room-gone"));
        assertEquals(200, ana.get("/api/rooms/" + opened).status());
    }

    @Test
    void joining_again_gives_an_unopened_room_its_time_anew() {
        var room = ana.newRoom();
        age("touched_at", "80 seconds", room);
        assertEquals(201, ana.join(room).status());
        assertEquals(
                List.of("t"),
                Database.query(
                        "SELECT touched_at > clock_timestamp() - interval '10 seconds' FROM lobby.room WHERE id = ?",
                        room));
    }

    @Test
    void a_tombstone_is_forgotten_after_an_hour() {
        var room = ana.newRoom();
        assertEquals(204, ana.delete("/api/rooms/" + room).status());
        assertEquals("room-gone", ana.get("/api/rooms/" + room).code());
        age("gone_at", "61 minutes", room);
        await().atMost(SOON).until(() -> ana.get("/api/rooms/" + room).code().equals("not-found"));
    }

    private static void age(String column, String age, String room) {
        Database.execute(
                "UPDATE lobby.room SET " + column + " = clock_timestamp() - ?::interval WHERE id = ?", age, room);
    }
}
