package io.trashpong.harness.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One replica of a service: a JVM of its own with its own ports and its own log. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Duration STOP_RECORDING = Duration.ofSeconds(60);
    private static final Duration PROBE_EVERY = Duration.ofMillis(50);
    private static final Duration PROBE = Duration.ofSeconds(2);
    /** The exit value of a process that SIGKILL ended. */
    private static final int KILLED = 128 + 9;

    private static final int LAST_LINES = 15;

    private final String name;
    private final Process process;
    private final Endpoint endpoint;
    private final Path log;
    private final StartCache cache;

    private ServiceProcess(String name, Process process, Endpoint endpoint, Path log, StartCache cache) {
        this.name = name;
        this.process = process;
        this.endpoint = endpoint;
        this.log = log;
        this.cache = cache;
    }

    /**
     * Starts it and does not wait.
     *
     * @param application the folder with {@code quarkus-run.jar}
     * @param mayRecord whether it may write the service's {@link StartCache} when it ends
     * @throws StackFailure when it is not built
     */
    static ServiceProcess start(
            String name,
            Path application,
            Endpoint endpoint,
            Map<String, String> environment,
            JvmProfile profile,
            boolean mayRecord,
            Path log) {
        Path jar = application.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(jar + " is missing. Build it: ./trashpong build");
        }
        StartCache cache = StartCache.of(application, mayRecord);
        var builder = new ProcessBuilder(command(jar, profile, cache))
                .directory(application.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", endpoint.host());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(endpoint.port()));
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", endpoint.host());
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(endpoint.managementPort()));
        try {
            return new ServiceProcess(name, builder.start(), endpoint, log, cache);
        } catch (IOException e) {
            throw new StackFailure("Can't start " + name + ": " + e.getMessage(), e);
        }
    }

    /** @throws StackFailure when it ends instead, or does not become ready in time; with its last words */
    public void awaitReady(HttpClient http) throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(management().resolve("/q/health/ready"))
                .timeout(PROBE)
                .build();
        long deadline = System.nanoTime() + READY.toNanos();
        while (!isReady(http, probe)) {
            if (!process.isAlive()) {
                throw new StackFailure(name + " ended with " + process.exitValue() + " while starting." + lastLines());
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure(name + " is not ready after " + READY.toSeconds()
                        + " s; is the machine very busy?" + lastLines());
            }
            Thread.sleep(PROBE_EVERY);
        }
    }

    public String name() {
        return name;
    }

    /** Where it serves, {@code http://host:port}. */
    public URI address() {
        return endpoint.address();
    }

    /** Where its health and metrics are. */
    public URI management() {
        return endpoint.management();
    }

    /** Whether its end takes some seconds more, because it writes what it has loaded for the next start. */
    boolean records() {
        return cache.records();
    }

    /** To signal it, or to hear when it ends. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    public Path log() {
        return log;
    }

    /** The end of its log, indented, with the place of the rest. */
    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return " The end of " + log + ":\n    " + String.join("\n    ", last);
        } catch (IOException e) {
            return " Its log is " + log + ".";
        }
    }

    @Override
    public void close() {
        boolean _ = ProcessEnd.of(process.toHandle(), cache.records() ? STOP_RECORDING : STOP);
        cache.keep(process.onExit().join().exitValue() != KILLED);
    }

    private static boolean isReady(HttpClient http, HttpRequest probe) throws InterruptedException {
        try {
            return http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<String> command(Path jar, JvmProfile profile, StartCache cache) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(profile.options());
        command.addAll(cache.options());
        command.addAll(List.of("-jar", jar.getFileName().toString()));
        return command;
    }
}
