package io.trashpong.harness.faults;

import io.trashpong.harness.faults.promise.Figure;
import io.trashpong.harness.faults.promise.Scale;
import io.trashpong.harness.faults.promise.Trial;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trashpong faults}: breaks a stack of its own in every way that is promised to do no harm, and says what it did. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = {
            "Try every promise: start an own stack, break it from outside while bots play, and judge what they saw.",
            "Exit code 1 when a promise is not kept. How to read the table: docs/faults.md."
        })
public final class FaultsCommand implements Callable<Integer> {
    @Option(names = "--long", description = "The full counts of the promises, about 25 minutes, and --churn.")
    private boolean full;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "N",
            description = "Only the promises of these numbers, such as 1 or 3,4.")
    private List<Integer> only = List.of();

    @Option(
            names = "--churn",
            paramLabel = "MINUTES",
            description = "How long promise 18 takes (default: 10 with --long, else 1).")
    private int churnMinutes;

    @Option(names = "--seed", defaultValue = "1", description = "Of bots and faults (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws Exception {
        List<Trial> trials = Trial.all().stream()
                .filter(trial -> only.isEmpty() || only.contains(trial.number()))
                .toList();
        if (trials.isEmpty()) {
            throw new StackFailure("There is no promise " + only + ". They are: "
                    + Trial.all().stream().map(Trial::number).toList());
        }
        int minutes = churnMinutes > 0 ? churnMinutes : full ? 10 : 1;
        var scale = new Scale(full ? Scale.Size.LONG : Scale.Size.QUICK, Duration.ofMinutes(minutes));
        Path folder = Files.createTempDirectory("trashpong-faults-");
        var site = FaultSite.in(Path.of("").toAbsolutePath(), folder, seed, System.out::println);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            site.close();
                            keepLogsOnly(folder);
                        },
                        "stop"));
        System.out.println("logs are kept in " + folder.resolve("log"));
        site.start();
        var table = new PromiseTable();
        for (Trial trial : trials) {
            table.add(trial, run(trial, site, scale));
        }
        System.out.println();
        System.out.print(table.text());
        return table.isAllKept() ? 0 : 1;
    }

    private static void keepLogsOnly(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.startsWith(folder.resolve("log")) && !file.equals(folder)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            System.err.println("Can't tidy up " + folder + ": " + e.getMessage());
        }
    }

    private static List<Figure> run(Trial trial, FaultSite site, Scale scale) throws InterruptedException {
        long begin = System.nanoTime();
        System.out.printf("%2d %s%n", trial.number(), trial.promise());
        List<Figure> figures;
        try {
            figures = trial.run(site, scale, line -> System.out.println("     " + line));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            e.printStackTrace();
            figures = List.of(new Figure("ran to its end", "yes", "no: " + e, false, false));
        }
        System.out.printf("   took %.0f s%n", (System.nanoTime() - begin) / 1e9);
        return figures;
    }
}
