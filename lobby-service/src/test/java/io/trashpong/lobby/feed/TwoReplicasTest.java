package io.trashpong.lobby.feed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.lobby.config.LobbyConfig;
import io.trashpong.lobby.testing.Database;
import io.trashpong.lobby.testing.FeedClient;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.PublicRoomsTable;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.feed.PlayerView;
import io.trashpong.protocol.feed.PlayerView.Availability;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class TwoReplicasTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    FeedTables tables;

    @Inject
    LobbyConfig config;

    private final TestPlayer ana = TestPlayer.named("Ana");
    private final TestPlayer ben = TestPlayer.named("Ben");

    @Test
    void the_feeds_of_both_replicas_equal_the_table() {
        try (var other = new OtherReplica(tables, config);
                var here = FeedClient.open(ana.token())) {
            var there = other.open(ben.player()).mirror();
            var changed = "";
            for (int i = 0; i < 12; i++) {
                var owner = TestPlayer.named("Owner " + i);
                var room = owner.newRoom();
                changed = i == 1 ? room : changed;
                assertEquals(201, ben.join(room).status());
                assertEquals(204, ben.delete("/api/rooms/" + room + "/seats/me").status());
                if (i % 3 == 0) {
                    assertEquals(204, owner.delete("/api/rooms/" + room).status());
                }
            }
            PublicRoomsTable.awaitShownBy(here::rooms);
            PublicRoomsTable.awaitShownBy(there::rooms);
            // As that replica rings when it changes something itself.
            Database.execute(
                    "WITH next AS (UPDATE lobby.feed_version SET value = value + 1 RETURNING value)"
                            + " UPDATE lobby.room SET title = 'Changed there', version = next.value FROM next"
                            + " WHERE id = ?",
                    changed);
            other.ring();
            PublicRoomsTable.awaitShownBy(here::rooms);
            PublicRoomsTable.awaitShownBy(there::rooms);
            assertEquals(List.of(), here.faults());
            assertEquals(List.of(), there.faults());
        }
    }

    @Test
    void who_is_online_at_one_replica_is_shown_at_both_until_that_replica_dies() {
        try (var here = FeedClient.open(ana.token())) {
            var other = new OtherReplica(tables, config);
            try (other) {
                var there = other.open(ben.player()).mirror();
                await().atMost(SOON)
                        .until(() -> here.players().containsKey(ben.id())
                                && there.players().containsKey(ana.id()));
                assertTrue(here.players().containsValue(new PlayerView(ben.id(), ben.name(), Availability.FREE)));
            }
            var killedAt = System.nanoTime();
            await().atMost(Duration.ofSeconds(10)).until(() -> !here.players().containsKey(ben.id()));
            assertTrue(System.nanoTime() - killedAt < TimeUnit.SECONDS.toNanos(10));
            assertTrue(here.players().containsKey(ana.id()));
        }
    }

    @Test
    void who_closes_his_last_feed_is_gone_from_both_and_who_has_another_stays() {
        try (var other = new OtherReplica(tables, config);
                var here = FeedClient.open(ana.token())) {
            var there = other.open(ana.player());
            var second = other.open(ben.player());
            await().atMost(SOON).until(() -> here.players().containsKey(ben.id()));
            there.leave();
            second.leave();
            await().atMost(SOON).until(() -> !here.players().containsKey(ben.id()));
            assertTrue(here.players().containsKey(ana.id()));
        }
    }

    @Test
    void a_replica_that_ends_tells_its_readers_to_come_back_and_takes_no_new_ones() throws Exception {
        try (var other = new OtherReplica(tables, config)) {
            var reader = other.open(ana.player());
            await().atMost(SOON).until(() -> reader.mirror().version() >= 0);
            other.end();
            assertEquals(CloseCode.SERVICE_RESTART, reader.closed().get(1, TimeUnit.SECONDS));
            assertEquals(
                    CloseCode.SERVICE_RESTART, other.open(ben.player()).closed().get(1, TimeUnit.SECONDS));
        }
    }
}
