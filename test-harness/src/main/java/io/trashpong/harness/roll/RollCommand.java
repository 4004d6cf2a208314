package io.trashpong.harness.roll;

import io.trashpong.harness.faults.promise.Figure;
import io.trashpong.harness.stack.StackFailure;
import io.trashpong.harness.stack.TemporaryFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trashpong roll}: replaces every replica behind nginx while matches run, and says what players and requests saw of it. */
@Command(
        name = "roll",
        mixinStandardHelpOptions = true,
        description = {
            "Start a cluster of its own behind nginx, replace every replica one by one while bots play, and judge what they saw.",
            "Exit code 1 when something falls short. How to read the table: docs/operations.md."
        })
public final class RollCommand implements Callable<Integer> {
    private static final String LINE = "%-40s  %-17s  %-7s  %s%n";

    @Option(
            names = "--matches",
            defaultValue = "200",
            description = "Matches played to the end (default: ${DEFAULT-VALUE}).")
    private int matches;

    @Option(names = "--courts", defaultValue = "60", description = "Matches at a time (default: ${DEFAULT-VALUE}).")
    private int courts;

    @Option(names = "--relays", defaultValue = "3", description = "Relay replicas (default: ${DEFAULT-VALUE}).")
    private int relays;

    @Option(
            names = "--rounds",
            defaultValue = "2",
            description = "How often all relays are replaced (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--lobbies", defaultValue = "2", description = "Lobby replicas (default: ${DEFAULT-VALUE}).")
    private int lobbies;

    @Option(names = "--auths", defaultValue = "2", description = "Replicas of auth (default: ${DEFAULT-VALUE}).")
    private int auths;

    @Option(
            names = "--from",
            paramLabel = "CHECKOUT",
            description = "A checkout of another version, built there: it runs at first, and is replaced by this one.")
    private @Nullable Path from;

    @Option(
            names = "--back",
            description = "With --from: this version runs at first, and is replaced by the other one.")
    private boolean back;

    @Option(names = "--at-once", description = "All replicas of all services at the same time.")
    private boolean atOnce;

    @Option(
            names = "--expand",
            description = "Make the database newer first than the services know it, as a later version does.")
    private boolean expanded;

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            defaultValue = "35",
            description =
                    "From when a replica is told to end to when it is killed (default: ${DEFAULT-VALUE}). With less"
                            + " than 15, what is promised of a crash is looked for.")
    private double grace;

    @Option(
            names = "--leaving",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "From when a replica gets no new connections to its end (default: ${DEFAULT-VALUE}).")
    private int leaving;

    @Option(
            names = "--within",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "When to give up on matches (default: ${DEFAULT-VALUE}).")
    private int within;

    @Override
    public Integer call() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        Path other = from == null ? here : from.toAbsolutePath();
        if (!Files.isDirectory(other.resolve("auth-service/target"))) {
            throw new StackFailure(other + " is no checkout with a build. Build it there: ./trashpong build");
        }
        var plan = new RollPlan(
                back ? here : other,
                back ? other : here,
                relays,
                rounds,
                lobbies,
                auths,
                courts,
                matches,
                atOnce ? RollPlan.Way.AT_ONCE : RollPlan.Way.ONE_BY_ONE,
                expanded,
                Duration.ofSeconds(leaving),
                Duration.ofMillis((long) (grace * 1_000)),
                Duration.ofMinutes(within));
        var folder = TemporaryFolder.create();
        var run = new RollRun(plan, folder.path(), System.out::println);
        Runnable end = () -> {
            run.close();
            folder.close();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(end, "stop"));
        System.out.println("logs are in " + folder.path().resolve("log") + " while it runs");
        List<Figure> figures = run.run();
        System.out.println();
        System.out.printf(Locale.ROOT, LINE, "figure", "wanted", "verdict", "measured");
        for (Figure figure : figures) {
            System.out.printf(
                    Locale.ROOT,
                    LINE,
                    figure.what(),
                    figure.wanted(),
                    figure.kept() ? "kept" : "SHORT",
                    figure.measured());
        }
        return Figure.allKept(figures) ? 0 : 1;
    }
}
