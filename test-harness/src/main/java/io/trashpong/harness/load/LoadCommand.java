package io.trashpong.harness.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trashpong.harness.gateway.RelayChooser;
import io.trashpong.harness.stack.JvmProfile;
import io.trashpong.harness.stack.Stack;
import io.trashpong.harness.stack.StackFailure;
import io.trashpong.harness.stack.StackOptions;
import io.trashpong.harness.stack.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trashpong load}: its own stack, so many players, and what they cost. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description =
                "Measure how many messages the relays carry, how fast, and what each costs, on a stack of its own.")
public final class LoadCommand implements Callable<Integer> {
    private static final Duration HOLD = Duration.ofSeconds(10);
    private static final int MOST_LOGINS = 100;

    @Option(names = "--rooms", defaultValue = "100", description = "Matches (default: ${DEFAULT-VALUE}).")
    private int rooms;

    @Option(
            names = "--rate",
            defaultValue = "30",
            description = "Aims a second of each player (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "Measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "30",
            description = "Seconds of the same before (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--relays", defaultValue = "2", description = "Relay replicas (default: ${DEFAULT-VALUE}).")
    private int relays;

    @Option(
            names = "--cross",
            defaultValue = "all",
            description =
                    "Rooms with players on different relays: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Cross cross = Cross.ALL;

    @Option(
            names = "--game",
            defaultValue = "aims",
            description = "What players send: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). aims: at --rate;"
                    + " pong: what a match needs; tick60: what a game that ticks 60 times a second sends.")
    private Game game = Game.AIMS;

    @Option(names = "--idle", defaultValue = "0", description = "Quiet WebSockets beside the matches.")
    private int idle;

    @Option(
            names = "--logins",
            defaultValue = "0",
            paramLabel = "N",
            description = "People who log in with a password all the while, N side by side (default: none).")
    private int logins;

    @Option(
            names = "--bus",
            description = "Measure the bus alone between two processes, beside raw pg_notify, for --seconds each.")
    private boolean bus;

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg",
            description = "Draw CPU, memory and network over time: idle, logged in, in a match, 10 s each.")
    private @Nullable Path plot;

    @Option(names = "--json", description = "Print one JSON object with the keys of docs/performance.md.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (logins < 0 || logins > MOST_LOGINS || (logins > 0 && (plot != null || bus))) {
            throw new StackFailure(
                    "--logins must be 0 to " + MOST_LOGINS + ", and goes neither with --plot nor --bus.");
        }
        var plan = new LoadPlan(rooms, rate, warmUp, seconds, relays, cross, game, idle);
        demandPlaceFor(plot);
        var folder = TemporaryFolder.create();
        var stack = new Stack(options(folder.path()), this::say);
        Runnable end = () -> {
            stack.close();
            folder.close();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(end, "stop"));
        try {
            stack.start();
            if (bus) {
                print(new BusBench(stack, seconds, this::say).measure());
                return 0;
            }
            try (var crowd = new Crowd(stack)) {
                print(measure(plan, stack, crowd));
            }
        } finally {
            end.run();
        }
        return 0;
    }

    private LoadReport measure(LoadPlan plan, Stack stack, Crowd crowd) throws InterruptedException, IOException {
        Path file = plot;
        if (logins > 0) {
            try (var beside = new LoginsBeside(stack.url(), logins, plan.warmUp())) {
                LoadReport report = new LoadRun(plan, stack, crowd, beside, this::say).measure();
                say(beside.figures().toString());
                return report;
            }
        }
        if (file == null) {
            return new LoadRun(plan, stack, crowd, _ -> {}, this::say).measure();
        }
        try (var recorder = new Recorder(stack, crowd, HOLD)) {
            LoadReport report = new LoadRun(plan, stack, crowd, recorder, this::say).measure();
            Plot.write(file, recorder.marks(), recorder.states());
            return report;
        }
    }

    /** Before a minute is spent on what can't be kept. */
    private static void demandPlaceFor(@Nullable Path file) {
        if (file != null) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
                throw new StackFailure("--plot: " + file + " can't be written.");
            }
        }
    }

    private StackOptions options(Path folder) {
        Path checkout = Path.of("").toAbsolutePath();
        return new StackOptions(
                checkout, folder, 0, relays, true, List.of(), RelayChooser.roundRobin(), JvmProfile.DEDICATED, false);
    }

    /** Progress goes beside the result, so that {@code --json} can be piped. */
    private void say(String line) {
        System.err.println(line);
    }

    private void print(List<BusBench.Row> rows) throws JsonProcessingException {
        System.out.println(json ? new ObjectMapper().writeValueAsString(rows) : LoadTable.of(rows));
    }

    private void print(LoadReport report) throws JsonProcessingException {
        System.out.println(json ? new ObjectMapper().writeValueAsString(report) : LoadTable.of(report));
    }
}
