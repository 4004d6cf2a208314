package io.trashpong.lobby.feed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.lobby.testing.Database;
import io.trashpong.lobby.testing.FeedClient;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.PublicRoomsTable;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.protocol.Subprotocol;
import io.trashpong.protocol.feed.RoomView;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class LobbyFeedTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int LANES = 4;

    private final TestPlayer ana = TestPlayer.named("Ana");

    @Test
    void a_feed_is_a_snapshot_and_then_every_change() {
        var before = ana.newRoom();
        try (var feed = FeedClient.open(ana.token())) {
            assertEquals(Subprotocol.TRASHPONG_V1, feed.socket().getSubprotocol());
            await().atMost(SOON).until(() -> feed.rooms().containsKey(before));
            var after = ana.newRoom();
            await().atMost(SOON).until(() -> feed.rooms().containsKey(after));
            assertEquals(204, ana.delete("/api/rooms/" + before).status());
            await().atMost(SOON).until(() -> !feed.rooms().containsKey(before));
            assertEquals(List.of(), feed.faults());
        }
    }

    @Test
    void a_room_that_turns_private_leaves_the_feed_and_comes_back_when_it_is_public_again() {
        var room = ana.newRoom();
        try (var feed = FeedClient.open(ana.token())) {
            await().atMost(SOON).until(() -> feed.rooms().containsKey(room));
            assertEquals(
                    List.of(),
                    feed.rooms().values().stream()
                            .filter(shown -> shown.code() != null)
                            .toList());
            assertEquals(
                    200,
                    ana.call("PATCH", "/api/rooms/" + room, "{\"visibility\":\"private\"}")
                            .status());
            await().atMost(SOON).until(() -> !feed.rooms().containsKey(room));
            assertEquals(
                    200,
                    ana.call("PATCH", "/api/rooms/" + room, "{\"visibility\":\"public\"}")
                            .status());
            await().atMost(SOON).until(() -> feed.rooms().containsKey(room));
        }
    }

    @Test
    void after_200_random_operations_two_feeds_equal_the_table() {
        var players = Stream.generate(() -> TestPlayer.named("P")).limit(12).toList();
        var lanes = IntStream.range(0, LANES)
                .mapToObj(seed -> new Lane(seed, players))
                .toList();
        try (var early = FeedClient.open(ana.token())) {
            operate(lanes);
            try (var late = FeedClient.open(ana.token())) {
                operate(lanes);
                PublicRoomsTable.awaitShownBy(early::rooms);
                PublicRoomsTable.awaitShownBy(late::rooms);
                assertEquals(List.of(), early.faults());
                assertEquals(List.of(), late.faults());
            }
        }
    }

    private static void operate(List<Lane> lanes) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lanes.stream()
                    .map(lane -> CompletableFuture.runAsync(
                            () -> IntStream.range(0, 100 / LANES).forEach(_ -> lane.operate()), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    @Test
    void a_change_that_no_bell_told_of_shows_after_the_listener_was_killed() {
        try (var feed = FeedClient.open(ana.token())) {
            await().atMost(SOON).until(() -> feed.version() >= 0);
            Database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE usename = 'trashpong_lobby' AND application_name LIKE 'lobby.%'");
            var id = ana.newRoom();
            // As another replica would have done while this one was deaf.
            Database.execute(
                    "WITH next AS (UPDATE lobby.feed_version SET value = value + 1 RETURNING value)"
                            + " UPDATE lobby.room SET title = 'Behind your back', version = next.value FROM next WHERE id = ?",
                    id);
            await().atMost(SOON).until(() -> titleOf(feed.rooms().get(id)).equals("Behind your back"));
            PublicRoomsTable.awaitShownBy(feed::rooms);
        }
    }

    @Test
    void a_client_that_says_anything_is_closed_with_1008() throws Exception {
        try (var talker = FeedClient.open(ana.token());
                var other = FeedClient.open(ana.token())) {
            talker.socket().sendText("{}", true).join();
            assertEquals(1008, talker.closed().get(5, TimeUnit.SECONDS));
            other.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
            assertEquals(1008, other.closed().get(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void who_opens_too_many_feeds_loses_the_oldest() throws Exception {
        var feeds = new ArrayList<FeedClient>();
        for (int i = 0; i <= FeedReaders.MAX_OF_A_PLAYER; i++) {
            var feed = FeedClient.open(ana.token());
            feeds.add(feed);
            await().atMost(SOON).until(() -> feed.version() >= 0);
        }
        assertEquals(4509, feeds.getFirst().closed().get(5, TimeUnit.SECONDS));
        assertFalse(feeds.get(1).closed().isDone());
        feeds.forEach(FeedClient::close);
    }

    @Test
    void only_our_pages_and_who_has_a_token_may_open_it() {
        assertEquals(403, refusal(FeedClient.openFrom("https://evil.example", ana.token())));
        assertEquals(403, refusal(FeedClient.openFrom("null", ana.token())));
        assertEquals(401, refusal(FeedClient.open("nonsense")));
        assertEquals(401, refusal(FeedClient.open("")));
        try (var ours = FeedClient.openFrom("https://pong.example", ana.token())) {
            assertTrue(ours.socket().getSubprotocol().startsWith("trashpong"));
        }
    }

    private static int refusal(FeedClient feed) {
        var failure = assertThrows(CompletionException.class, feed::socket);
        var refused = assertInstanceOf(WebSocketHandshakeException.class, failure.getCause());
        return refused.getResponse().statusCode();
    }

    private static String titleOf(@Nullable RoomView room) {
        return room == null ? "" : room.title();
    }

    /** Does one thing after the other; several do so at once. */
    private static final class Lane {
        private final Random random;
        private final List<TestPlayer> players;
        private final Map<String, TestPlayer> owners = new LinkedHashMap<>();

        private Lane(int seed, List<TestPlayer> players) {
            this.random = new Random(seed);
            this.players = players;
        }

        private void operate() {
            var player = players.get(random.nextInt(players.size()));
            var rooms = List.copyOf(owners.keySet());
            var room = rooms.isEmpty() ? "" : rooms.get(random.nextInt(rooms.size()));
            var owner = owners.getOrDefault(room, player);
            switch (rooms.isEmpty() ? 0 : random.nextInt(7)) {
                case 0, 1 -> {
                    var made = player.createRoom(random.nextInt(4) == 0 ? "private" : "public");
                    if (made.status() == 201) {
                        owners.put(made.body().at("/room/id").asText(), player);
                    }
                }
                case 2, 3 -> assertFalse(player.join(room).status() >= 500);
                case 4 ->
                    assertFalse(
                            player.delete("/api/rooms/" + room + "/seats/me").status() >= 500);
                case 5 ->
                    assertFalse(
                            owner.call("PATCH", "/api/rooms/" + room, "{\"title\":\"T" + random.nextInt(100) + "\"}")
                                            .status()
                                    >= 500);
                default -> assertFalse(owner.delete("/api/rooms/" + room).status() >= 500);
            }
        }
    }
}
