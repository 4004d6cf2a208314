package io.trashpong.harness.bot;

import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.harness.line.FaultProxy;
import io.trashpong.protocol.feed.RoomView;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trashpong fairness}: bots over slow lines, and how often a verdict contradicts what the defender saw. */
@Command(
        name = "fairness",
        mixinStandardHelpOptions = true,
        description = "Measure on a running stack how often a verdict contradicts the defender's own screen.")
public final class FairnessCommand implements Callable<Integer> {
    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "Where Trashpong is (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--delay",
            defaultValue = "40",
            description = "Added to each message each way, in ms (default: ${DEFAULT-VALUE}).")
    private double delayMillis;

    @Option(
            names = "--jitter",
            defaultValue = "10",
            description = "Standard deviation of the delay, in ms (default: ${DEFAULT-VALUE}).")
    private double jitterMillis;

    @Option(
            names = "--matches",
            defaultValue = "10",
            description = "Matches, all at the same time (default: ${DEFAULT-VALUE}).")
    private int matches;

    @Option(
            names = "--miss",
            defaultValue = "15",
            description = "Balls missed, in percent (default: ${DEFAULT-VALUE}).")
    private int missPercent;

    @Option(names = "--seed", defaultValue = "1", description = "Of bots and network (default: ${DEFAULT-VALUE}).")
    private long seed;

    private final List<FaultProxy> lines = new ArrayList<>();

    @Override
    public Integer call() {
        Vertx vertx = Vertx.vertx();
        try {
            var dice = new SplittableRandom(seed);
            List<PongBot> bots = new ArrayList<>();
            for (int i = 0; i < matches; i++) {
                bots.addAll(match(vertx, dice));
            }
            Figures total = Figures.NONE;
            for (PongBot bot : bots) {
                var _ = bot.played().toCompletionStage().toCompletableFuture().join();
                total = total.plus(bot.figures());
                bot.leave();
            }
            print(total);
            return 0;
        } finally {
            lines.forEach(FaultProxy::close);
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private List<PongBot> match(Vertx vertx, SplittableRandom dice) {
        try (User left = User.guest(url, "Left");
                User right = User.guest(url, "Right")) {
            SeatGrant first = left.createRoom(null, RoomView.Visibility.PRIVATE).orThrow();
            SeatGrant second =
                    right.takeSeat(first.room().id(), first.room().code()).orThrow();
            return List.of(bot(vertx, first, dice.split()), bot(vertx, second, dice.split()));
        }
    }

    private PongBot bot(Vertx vertx, SeatGrant grant, SplittableRandom dice) {
        URI where = delayMillis == 0 && jitterMillis == 0 ? url : slowLine(dice.split());
        return PongBot.play(vertx, where, grant, Skill.missing(missPercent), 1, dice);
    }

    /** A line of its own for each bot, under the WebSocket, so that the relay's own pings feel it too. */
    private URI slowLine(SplittableRandom dice) {
        FaultProxy line = FaultProxy.open(url);
        lines.add(line);
        line.delay(() -> {
            synchronized (dice) {
                return (long) (dice.nextGaussian(delayMillis, jitterMillis) * 1e6);
            }
        });
        return line.url();
    }

    private void print(Figures figures) {
        System.out.printf("delay %.0f ms each way, jitter %.0f ms, %d matches%n", delayMillis, jitterMillis, matches);
        System.out.printf(
                "verdicts %d, contradicting the defender %d (%.2f %%), flying on otherwise %d, before his crossing %d%n",
                figures.verdicts(),
                figures.contradictions(),
                figures.contradictionPercent(),
                figures.otherLegs(),
                figures.unpredicted());
        double seconds = figures.playedMicros() / 1e6;
        System.out.printf(
                "messages per player and second: in %.1f, out %.1f%n",
                figures.traffic().in() / seconds, figures.traffic().out() / seconds);
    }
}
