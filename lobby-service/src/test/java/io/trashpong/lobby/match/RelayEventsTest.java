package io.trashpong.lobby.match;

import static io.trashpong.lobby.testing.Database.query;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.OtherService;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.RelayEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class RelayEventsTest {
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final FairnessReceipt RECEIPT = new FairnessReceipt(
            List.of(new FairnessReceipt.Side(1, 2, 3, 4, 5), new FairnessReceipt.Side(6, 7, 8, 9, 10)), 11, 12);
    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant END = Instant.parse("2026-11-01T10:05:00.123456Z");

    private static final OtherService RELAY = OtherService.relay();

    private final TestPlayer ana = TestPlayer.named("Ana");
    private final TestPlayer ben = TestPlayer.named("Ben");
    private final MatchId match = MatchId.random();
    private RoomId room;

    @AfterAll
    static void stop_the_relay() {
        RELAY.close();
    }

    @BeforeEach
    void sit_down() {
        room = new RoomId(ana.newRoom());
        assertEquals(201, ben.join(room.value()).status());
    }

    @Test
    void the_list_shows_how_many_watch() {
        tell(new RelayEvent.RoomOpened(room));
        tell(new RelayEvent.SpectatorsChanged(room, 3));
        awaitRoom("/spectators", "3");
        tell(new RelayEvent.SpectatorsChanged(room, 0));
        awaitRoom("/spectators", "0");
    }

    @Test
    void a_room_plays_shows_its_score_and_is_full_again_after_the_match() {
        tell(new RelayEvent.RoomOpened(room));
        tell(new RelayEvent.MatchStarted(room, match, GameKind.PONG, players(), START));
        awaitRoom("/status", "playing");
        awaitRoom("/score", "[0,0]");
        tell(new RelayEvent.ScoreChanged(room, match, List.of(2, 1)));
        awaitRoom("/score", "[2,1]");
        tell(finished(0));
        awaitRoom("/status", "full");
        awaitRoom("/score", "null");
    }

    @Test
    void a_match_told_three_times_counts_once() {
        for (int i = 0; i < 3; i++) {
            tell(new RelayEvent.MatchStarted(room, match, GameKind.PONG, players(), START));
            tell(finished(1));
        }
        tell(new RelayEvent.RoomClosed(room));
        awaitGone();
        assertEquals(List.of("1"), query("SELECT count(*) FROM lobby.match WHERE id = ?", match.value()));
        assertEquals(List.of("0 1 0"), standing(ana));
        assertEquals(List.of("3 1 1"), standing(ben));
        var shown = ana.get("/api/matches/" + match).body();
        assertEquals(1, shown.path("winner").asInt());
        assertEquals("[3,5]", shown.path("score").toString());
        assertEquals("played", shown.path("ending").asText());
        assertEquals(11, shown.at("/receipt/verdicts").asInt());
        assertEquals("2026-11-01T10:05:00.123456Z", shown.path("endedAt").asText());
        assertEquals(ben.id().value(), shown.at("/players/1/id").asText());
    }

    @Test
    void a_draw_gives_a_point_to_both_and_the_leaderboard_ranks_the_best_first() {
        tell(finished(null));
        await().atMost(SOON).until(() -> standing(ana).equals(List.of("1 1 0")));
        assertEquals(List.of("1 1 0"), standing(ben));
        var entries = ana.get("/api/leaderboard?game=pong&limit=100").body().path("entries");
        int points = Integer.MAX_VALUE;
        int rank = 1;
        for (JsonNode entry : entries) {
            assertEquals(true, entry.path("points").asInt() <= points);
            assertEquals(true, entry.path("rank").asInt() >= rank);
            points = entry.path("points").asInt();
            rank = entry.path("rank").asInt();
        }
        assertEquals(1, entries.get(0).path("rank").asInt());
        assertEquals("bad-request", ana.get("/api/leaderboard").code());
        assertEquals("not-found", ana.get("/api/matches/" + MatchId.random()).code());
    }

    @Test
    void a_seat_that_was_left_is_free_but_only_if_that_player_still_has_it() {
        tell(new RelayEvent.RoomOpened(room));
        tell(new RelayEvent.SeatLeft(room, 1, ben.id(), null));
        awaitRoom("/status", "waiting");
        var cleo = TestPlayer.named("Cleo");
        assertEquals(201, cleo.join(room.value()).status());
        tell(new RelayEvent.SeatLeft(room, 1, ben.id(), null));
        tell(new RelayEvent.MatchStarted(room, match, GameKind.PONG, players(), START));
        awaitRoom("/status", "playing");
        awaitRoom("/seats/1/name", "Cleo");
    }

    @Test
    void late_news_of_a_seat_that_was_left_do_not_take_the_one_that_was_taken_since() {
        var leftAt = Instant.now();
        tell(new RelayEvent.RoomOpened(room));
        assertEquals(204, ben.delete("/api/rooms/" + room + "/seats/me").status());
        assertEquals(201, ben.join(room.value()).status());
        tell(new RelayEvent.SeatLeft(room, 1, ben.id(), leftAt));
        tell(new RelayEvent.MatchStarted(room, match, GameKind.PONG, players(), START));
        awaitRoom("/status", "playing");
        awaitRoom("/seats/1/name", "Ben");
    }

    @Test
    void who_got_a_new_ticket_for_his_seat_keeps_it_whatever_is_told_of_the_time_before() {
        var leftAt = Instant.now();
        assertEquals(201, ben.join(room.value()).status());
        tell(new RelayEvent.SeatLeft(room, 1, ben.id(), leftAt));
        tell(new RelayEvent.SeatLeft(room, 0, ana.id(), Instant.now().plusSeconds(1)));
        awaitRoom("/seats/0", "null");
        awaitRoom("/seats/1/name", "Ben");
    }

    @Test
    void a_free_seat_beside_a_match_that_still_runs_is_not_given_away() {
        tell(new RelayEvent.MatchStarted(room, match, GameKind.PONG, players(), START));
        awaitRoom("/status", "playing");
        assertEquals(204, ben.delete("/api/rooms/" + room + "/seats/me").status());
        assertEquals("room-busy", TestPlayer.named("Cleo").join(room.value()).code());
    }

    @Test
    void a_room_opened_after_its_end_is_closed_again() {
        assertEquals(204, ana.delete("/api/rooms/" + room).status());
        tell(new RelayEvent.RoomOpened(room));
        await().atMost(SOON)
                .until(() ->
                        query("SELECT 1 FROM bus.outbox WHERE topic = 'lobby' AND payload->>'room' = ?", room.value())
                                        .size()
                                == 2);
    }

    @Test
    void an_event_that_nobody_knows_holds_nothing_up() {
        RELAY.tell("{\"type\":\"of-a-newer-relay\",\"room\":\"" + room + "\"}");
        tell(new RelayEvent.RoomClosed(room));
        awaitGone();
    }

    private RelayEvent finished(@Nullable Integer winner) {
        var result = new MatchResult(match, winner, List.of(3, 5), MatchResult.Ending.PLAYED);
        return new RelayEvent.MatchFinished(room, GameKind.PONG, players(), result, RECEIPT, START, END);
    }

    private List<io.trashpong.protocol.Player> players() {
        return List.of(ana.player(), ben.player());
    }

    private static void tell(RelayEvent event) {
        RELAY.tell(TextFrame.encode(event));
    }

    private void awaitRoom(String pointer, String value) {
        await().atMost(SOON).until(() -> {
            var node = ana.get("/api/rooms/" + room).body().at(pointer);
            return (node.isTextual() ? node.asText() : node.toString()).equals(value);
        });
    }

    private void awaitGone() {
        await().atMost(SOON).until(() -> ana.get("/api/rooms/" + room).code().equals("room-gone"));
    }

    private static List<String> standing(TestPlayer player) {
        return query(
                "SELECT points || ' ' || matches || ' ' || wins FROM lobby.standing WHERE period = 'all' AND player_id = ?",
                player.id().value());
    }
}
