package io.trashpong.harness.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.harness.bot.PongBot;
import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.client.LobbyFeed;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.harness.e2e.RunningStack.Site;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Its matches take their time and hardly any of the processor's: it begins first and goes on beside the other classes. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(RunningStack.class)
class BotMatchTest {
    private static final long MATCHES_SECONDS = 200;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Skill POOR = new Skill(95, 100_000);
    private static final Skill FAIR = new Skill(40, 100_000);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        get(vertx.close());
    }

    @Test
    void two_players_on_different_relays_play_a_match_and_a_rematch_and_see_the_same(Site site) throws Exception {
        try (User ada = User.guest(site.url(), "Ada");
                User bob = User.guest(site.url(), "Bob");
                LobbyFeed lobby = get(LobbyFeed.open(vertx, ada))) {
            SeatGrant left =
                    ada.createRoom("Across relays", RoomView.Visibility.PUBLIC).orThrow();
            SeatGrant right = bob.takeSeat(left.room().id(), null).orThrow();
            PongBot first = play(site.relay(0), left, POOR, 1);
            PongBot second = play(site.relay(1), right, FAIR, 2);
            assertEquals(0, get(first.welcomed()).you().seat());
            assertEquals(1, get(second.welcomed()).you().seat());
            awaitStatus(lobby, left.room().id(), RoomView.Status.PLAYING);

            List<MatchResult> results = get(first.played());

            assertEquals(results, get(second.played()));
            assertEquals(2, results.size());
            assertEquals(first.scores(), second.scores());
            for (MatchResult result : results) {
                assertEquals(MatchResult.Ending.PLAYED, result.ending());
                assertTrue(first.scores().contains(result.score()), "the last goal's score is the result's: " + result);
            }
            assertFalse(results.getFirst().match().equals(results.getLast().match()));
            int bobsWins = (int) results.stream()
                    .filter(result -> Integer.valueOf(1).equals(result.winner()))
                    .count();
            await().atMost(SOON).untilAsserted(() -> {
                assertEquals(bobsWins, wins(ada, bob.player()));
                assertEquals(2 - bobsWins, wins(ada, ada.player()));
            });

            first.leave();
            await().atMost(SOON).until(() -> find(lobby, left.room().id()).isEmpty());
        }
    }

    private PongBot play(URI origin, SeatGrant grant, Skill skill, long seed) {
        return PongBot.play(vertx, origin, grant, skill, 2, new SplittableRandom(seed));
    }

    private static void awaitStatus(LobbyFeed lobby, RoomId id, RoomView.Status status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> find(lobby, id).stream().anyMatch(room -> room.status() == status));
    }

    private static List<RoomView> find(LobbyFeed lobby, RoomId id) {
        return lobby.rooms().stream().filter(room -> room.id().equals(id)).toList();
    }

    private static int wins(User asking, Player player) {
        return asking.leaderboard(50).orThrow().findEntry(player).orElseThrow().wins();
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(MATCHES_SECONDS, TimeUnit.SECONDS);
    }
}
