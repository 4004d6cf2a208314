package io.trashpong.harness.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.harness.client.LiveFeed;
import io.trashpong.harness.client.Trust;
import io.trashpong.harness.client.User;
import io.trashpong.harness.e2e.RunningStack.Site;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.feed.PlayerView;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code trashpong bot} as an operator uses it. */
@Isolated
@ExtendWith(RunningStack.class)
class BotCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void two_bots_find_each_other_play_and_leave(Site site) throws Exception {
        Process bots = start(site, "--count", "2", "--game", "tictactoe", "--matches", "1", "--minutes", "1");
        assertTrue(bots.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), this::output);
        assertEquals(0, bots.exitValue(), this::output);
        assertTrue(output().contains("2 bots have played 2 matches."), this::output);
    }

    @Test
    void a_bot_accepts_an_invitation_and_is_gone_soon_after_it_is_told_to_end(Site site) throws Exception {
        Process bot = start(site, "--game", "tictactoe", "--minutes", "5");
        Vertx vertx = Vertx.vertx();
        try (User ada = User.guest(site.url(), "Ada");
                var _ = LiveFeed.open(vertx, Trust.MACHINE, ada, _ -> {})) {
            await().atMost(PATIENCE).until(() -> isOnline(ada));
            await().atMost(PATIENCE).until(() -> findBot(ada).isPresent());
            var _ = ada.invite(findBot(ada).orElseThrow().id(), GameKind.TICTACTOE);
            await().atMost(PATIENCE)
                    .until(() -> findBot(ada)
                            .filter(there -> there.availability() == PlayerView.Availability.BUSY)
                            .isPresent());
            bot.destroy();
            assertTrue(bot.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), this::output);
            await().atMost(PATIENCE).until(() -> findBot(ada).isEmpty());
        } finally {
            bot.destroyForcibly();
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void an_option_that_makes_no_sense_gets_a_sentence(Site site) throws Exception {
        for (String[] wrong : new String[][] {{"--count", "0"}, {"--miss", "101"}, {"--game", "chess"}}) {
            Process bot = start(site, wrong);
            assertTrue(bot.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            assertEquals(2, bot.exitValue(), this::output);
        }
    }

    private static boolean isOnline(User user) {
        return user.listPlayers().orThrow().players().stream()
                .anyMatch(player -> player.id().equals(user.player().id()));
    }

    private static Optional<PlayerView> findBot(User asking) {
        return asking.listPlayers().orThrow().players().stream()
                .filter(player -> player.name().startsWith("Bot"))
                .findFirst();
    }

    private Process start(Site site, String... options) throws IOException {
        List<String> command = PseudoTerminal.javaCommand();
        command.addAll(List.of("bot", "--url", site.url().toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
