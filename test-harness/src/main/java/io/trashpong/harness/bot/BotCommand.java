package io.trashpong.harness.bot;

import io.trashpong.harness.client.Answer;
import io.trashpong.harness.client.Trust;
import io.trashpong.harness.client.User;
import io.trashpong.protocol.GameKind;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trashpong bot}: opponents for whoever is there. */
@Command(
        name = "bot",
        mixinStandardHelpOptions = true,
        description =
                "Let bots fill the lobby: each sits down by quick match or waits for somebody, accepts invitations,"
                        + " and plays on while rematches are asked for.")
public final class BotCommand implements Callable<Integer> {
    private static final int MOST = 200;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "Where Trashpong is (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--count", defaultValue = "1", description = "How many bots, 1 to 200 (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--game",
            defaultValue = "PONG",
            description = "What they play: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private GameKind game = GameKind.PONG;

    @Option(
            names = "--matches",
            defaultValue = "1000000",
            description = "Matches after which each leaves (default: as many as there are).")
    private int matches;

    @Option(
            names = "--minutes",
            defaultValue = "60",
            description = "Minutes after which all leave; Ctrl-C ends them before (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--miss",
            defaultValue = "15",
            description =
                    "How badly they play: balls missed, or moves made at random, in percent (default: ${DEFAULT-VALUE}).")
    private int missPercent;

    @Spec
    private @Nullable CommandSpec spec;

    private final CountDownLatch left = new CountDownLatch(1);
    private volatile boolean stopped;

    @Override
    public Integer call() throws InterruptedException {
        demand(count >= 1 && count <= MOST, "--count must be 1 to " + MOST + ".");
        demand(matches >= 1, "--matches must be 1 or more.");
        demand(minutes > 0, "--minutes must be more than 0.");
        demand(missPercent >= 0 && missPercent <= 100, "--miss must be 0 to 100.");
        long deadline = System.nanoTime() + (long) (minutes * 60e9);
        Vertx vertx = Vertx.vertx();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> bots = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                LobbyBot bot = enter(vertx, "Bot " + i);
                bots.add(threads.submit(() -> bot.play(() -> stopped || System.nanoTime() > deadline)));
            }
            int played = 0;
            for (Future<Integer> bot : bots) {
                played += bot.get();
            }
            System.out.println(count + (count == 1 ? " bot has" : " bots have") + " played " + played + " matches.");
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bot has broken", e.getCause());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            left.countDown();
        }
    }

    /** Ctrl-C: every bot leaves its table, so that nobody waits for one that is gone. */
    private void stop() {
        stopped = true;
        try {
            var _ = left.await(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LobbyBot enter(Vertx vertx, String name) throws InterruptedException {
        while (true) {
            switch (User.guest(url, Trust.MACHINE, name)) {
                case Answer.Granted<User>(int _, User user) -> {
                    System.out.println(user.player().name() + " has come.");
                    return new LobbyBot(vertx, user, game, missPercent, matches, RandomGenerator.getDefault());
                }
                case Answer.Refused<User>(int _, String code, var _)
                when stopped -> throw new IllegalStateException("refused while ending: " + code);
                // So many guests from one address: auth lets the next in after a moment.
                case Answer.Refused<User> _ -> Thread.sleep(STOP_WITHIN);
            }
        }
    }

    private void demand(boolean good, String sentence) {
        if (!good) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
        }
    }
}
