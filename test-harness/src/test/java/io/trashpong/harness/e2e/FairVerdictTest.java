package io.trashpong.harness.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.harness.bot.PongBot;
import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.harness.e2e.RunningStack.Site;
import io.trashpong.protocol.feed.RoomView;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone on the machine: a browser beside it would make the line a bad one. */
@Isolated
@ExtendWith(RunningStack.class)
class FairVerdictTest {
    private static final long MATCH_SECONDS = 200;
    private static final Skill POOR = new Skill(80, 100_000);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        get(vertx.close());
    }

    @Test
    void a_defender_on_a_good_line_is_never_contradicted(Site site) throws Exception {
        try (User ada = User.guest(site.url(), "Grace");
                User bob = User.guest(site.url(), "Linus")) {
            SeatGrant left = ada.createRoom(null, RoomView.Visibility.PRIVATE).orThrow();
            SeatGrant right = bob.takeSeat(left.room().id(), left.room().code()).orThrow();
            PongBot first = play(site, left, 3);
            PongBot second = play(site, right, 4);

            assertEquals(get(first.played()), get(second.played()));

            var figures = first.figures().plus(second.figures());
            assertTrue(figures.verdicts() >= 11, figures::toString);
            assertEquals(0, figures.contradictions(), figures::toString);
            assertEquals(0, figures.otherLegs(), figures::toString);
        }
    }

    private PongBot play(Site site, SeatGrant grant, long seed) {
        return PongBot.play(vertx, site.url(), grant, POOR, 1, new SplittableRandom(seed));
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(MATCH_SECONDS, TimeUnit.SECONDS);
    }
}
