package io.trashpong.harness.bot;

import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.protocol.MatchResult;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trashpong bot}: opponents for whoever is there. */
@Command(
        name = "bot",
        mixinStandardHelpOptions = true,
        description = "Let bots take seats by quick match and play whoever sits opposite.")
public final class BotCommand implements Callable<Integer> {
    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "Where Trashpong is (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--count", defaultValue = "1", description = "How many bots (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--matches", defaultValue = "3", description = "Matches each plays (default: ${DEFAULT-VALUE}).")
    private int matches;

    @Option(
            names = "--miss",
            defaultValue = "15",
            description = "Balls missed, in percent (default: ${DEFAULT-VALUE}).")
    private int missPercent;

    @Override
    public Integer call() {
        Vertx vertx = Vertx.vertx();
        try {
            List<PongBot> bots = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                bots.add(sitDown(vertx, "Bot " + i));
            }
            for (PongBot bot : bots) {
                List<MatchResult> results =
                        bot.played().toCompletionStage().toCompletableFuture().join();
                results.forEach(result -> System.out.println(result.score() + " " + result.ending()));
                bot.leave();
            }
            return 0;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private PongBot sitDown(Vertx vertx, String name) {
        try (User user = User.guest(url, name)) {
            SeatGrant grant = user.quickMatch().orThrow();
            System.out.println(user.player().name() + " sits in " + grant.room().title());
            return PongBot.play(vertx, url, grant, Skill.missing(missPercent), matches, RandomGenerator.getDefault());
        }
    }
}
