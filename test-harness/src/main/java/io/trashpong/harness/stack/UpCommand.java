package io.trashpong.harness.stack;

import io.trashpong.harness.gateway.RelayChooser;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code trashpong up}: the stack until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start everything on this machine and stop it with Ctrl-C.")
public final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "Port of the site (default: 8080).")
    private int port;

    @Option(names = "--relays", paramLabel = "N", defaultValue = "2", description = "Relay replicas (default: 2).")
    private int relays;

    @Option(names = "--fresh", description = "Begin with an empty database.")
    private boolean fresh;

    @Option(
            names = "--origin",
            paramLabel = "URL",
            description =
                    "A further origin that browsers may come from, such as http://192.168.1.20:8080 for a phone in"
                            + " the same network. May be repeated.")
    private List<String> origins = List.of();

    @Override
    public Integer call() throws InterruptedException {
        long begin = System.nanoTime();
        Path checkout = Path.of("").toAbsolutePath();
        var options = new StackOptions(
                checkout,
                checkout.resolve(".trashpong"),
                port,
                relays,
                fresh,
                origins,
                RelayChooser.roundRobin(),
                JvmProfile.SHARED,
                true);
        var stack = new Stack(options, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        stack.start();
        System.out.printf("up after %.1f s; Ctrl-C stops it%n", (System.nanoTime() - begin) / 1e9);
        System.out.println("ready " + stack.url());
        new CountDownLatch(1).await();
        return 0;
    }
}
