package io.trashpong.lobby.player;

import static io.trashpong.lobby.testing.Database.query;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.lobby.testing.FeedClient;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.OtherService;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.AuthEvent;
import io.trashpong.protocol.event.RelayEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class AuthEventsTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final FairnessReceipt RECEIPT = new FairnessReceipt(
            List.of(new FairnessReceipt.Side(1, 2, 3, 4, 5), new FairnessReceipt.Side(6, 7, 8, 9, 10)), 11, 12);
    private final Instant end = Instant.now();

    /** Of a match two standings, and two rooms in which he sits. */
    private static final List<String> TRACES =
            List.of("block", "invitation", "match", "room", "room", "standing", "standing");

    private static final OtherService AUTH = OtherService.auth();
    private static final OtherService RELAY = OtherService.relay();

    private final TestPlayer ana = TestPlayer.named("Ana " + System.nanoTime());
    private final TestPlayer ben = TestPlayer.named("Ben");

    @AfterAll
    static void stop_the_others() {
        AUTH.close();
        RELAY.close();
    }

    @Test
    void of_a_deleted_player_no_name_is_left_in_any_table() {
        leaveTracesEverywhere();
        assertEquals(TRACES, rowsWith(ana.name()));
        tell(new AuthEvent.PlayerDeleted(ana.id()));
        await().atMost(SOON).until(() -> rowsWith(ana.name()).isEmpty());
        var id = ana.id().value();
        assertEquals(List.of("withdrawn"), query("SELECT state FROM lobby.invitation WHERE from_id = ?", id));
        assertEquals(
                List.of("3 1 1"),
                query(
                        "SELECT points || ' ' || matches || ' ' || wins FROM lobby.standing"
                                + " WHERE period = 'all' AND player_name = '' AND player_id = ?",
                        id));
    }

    @Test
    void a_renamed_player_has_the_new_name_in_every_table_and_with_an_old_token_too() {
        leaveTracesEverywhere();
        var after = ana.name().replace("Ana", "Zoe");
        try (var feed = FeedClient.open(ben.token())) {
            tell(new AuthEvent.PlayerRenamed(new Player(ana.id(), after)));
            await().atMost(SOON).until(() -> rowsWith(after).containsAll(TRACES));
            assertEquals(List.of(), rowsWith(ana.name()));
            await().atMost(SOON)
                    .until(() -> feed.rooms().values().stream()
                            .anyMatch(room -> room.owner().name().equals(after)));
            var room = ana.createRoom("public").body().path("room");
            assertEquals(after, room.at("/owner/name").asText());
            assertEquals(after, room.path("title").asText());
        }
    }

    @Test
    void a_deleted_player_is_cut_off_and_his_token_changes_nothing() throws Exception {
        var room = ana.newRoom();
        assertEquals(201, ben.join(room).status());
        var other = ben.newRoom();
        assertEquals(201, ana.join(other).status());
        try (var feed = FeedClient.open(ana.token());
                var bens = FeedClient.open(ben.token())) {
            await().atMost(SOON).until(() -> bens.players().containsKey(ana.id()));
            tell(new AuthEvent.PlayerDeleted(ana.id()));
            assertEquals(4501, feed.closed().get(5, TimeUnit.SECONDS));
            await().atMost(SOON).until(() -> !bens.players().containsKey(ana.id()));
            assertEquals("token-invalid", ana.createRoom("public").code());
            assertEquals("token-invalid", ana.get("/api/rooms").code());
            assertEquals("room-gone", ben.get("/api/rooms/" + room).code());
            assertEquals(
                    "waiting",
                    ben.get("/api/rooms/" + other).body().path("status").asText());
            assertEquals(List.of(), bens.faults());
        }
    }

    @Test
    void a_match_told_after_the_deletion_brings_no_name_back() {
        tell(new AuthEvent.PlayerDeleted(ana.id()));
        await().atMost(SOON).until(() -> ana.get("/api/rooms").status() == 401);
        var match = finish(new RoomId(ben.newRoom()));
        await().atMost(SOON).until(() -> ben.get("/api/matches/" + match).status() == 200);
        assertEquals(List.of(), rowsWith(ana.name()));
    }

    @Test
    void each_event_is_taken_once_and_one_that_nobody_knows_holds_nothing_up() {
        AUTH.tell("{\"type\":\"of-a-newer-auth\",\"player\":\"" + ana.id() + "\"}");
        tell(new AuthEvent.PlayerRenamed(new Player(ana.id(), "First")));
        tell(new AuthEvent.PlayerRenamed(new Player(ana.id(), "Second")));
        await().atMost(SOON)
                .until(() -> query(
                                "SELECT name FROM lobby.player_change WHERE player_id = ?",
                                ana.id().value())
                        .equals(List.of("Second")));
        var version = "SELECT version FROM lobby.player_change WHERE player_id = ?";
        var before = query(version, ana.id().value());
        tell(new AuthEvent.PlayerRenamed(new Player(ben.id(), "Third")));
        await().atMost(SOON).until(() -> !query(version, ben.id().value()).isEmpty());
        assertEquals(before, query(version, ana.id().value()));
    }

    private void leaveTracesEverywhere() {
        var cleo = TestPlayer.named("Cleo");
        try (var anas = FeedClient.open(ana.token());
                var bens = FeedClient.open(ben.token())) {
            await().atMost(SOON)
                    .until(() -> bens.players().containsKey(ana.id())
                            && anas.players().containsKey(ben.id()));
            var invitation = "{\"to\":\"" + ben.id() + "\",\"game\":\"pong\"}";
            assertEquals(201, ana.call("POST", "/api/invitations", invitation).status());
            assertEquals(204, cleo.call("PUT", "/api/blocks/" + ana.id(), "").status());
        }
        var room = new RoomId(ana.newRoom());
        assertEquals(201, ana.join(ben.newRoom()).status());
        var match = finish(room);
        await().atMost(SOON).until(() -> ana.get("/api/matches/" + match).status() == 200);
    }

    private MatchId finish(RoomId room) {
        var match = MatchId.random();
        var result = new MatchResult(match, 0, List.of(5, 3), MatchResult.Ending.PLAYED);
        var players = List.of(ana.player(), ben.player());
        RELAY.tell(TextFrame.encode(new RelayEvent.MatchFinished(
                room, GameKind.PONG, players, result, RECEIPT, end.minusSeconds(60), end)));
        return match;
    }

    private static void tell(AuthEvent event) {
        AUTH.tell(TextFrame.encode(event));
    }

    /** The tables with rows in which {@code name} stands, once for each row. */
    private static List<String> rowsWith(String name) {
        return query("""
                SELECT place FROM (
                  SELECT 'block' AS place, row::text AS line FROM lobby.block AS row
                  UNION ALL SELECT 'invitation', row::text FROM lobby.invitation AS row
                  UNION ALL SELECT 'match', row::text FROM lobby.match AS row
                  UNION ALL SELECT 'player_change', row::text FROM lobby.player_change AS row
                  UNION ALL SELECT 'room', row::text FROM lobby.room AS row
                  UNION ALL SELECT 'standing', row::text FROM lobby.standing AS row) AS rows
                WHERE position(? IN line) > 0 ORDER BY place""", name);
    }
}
