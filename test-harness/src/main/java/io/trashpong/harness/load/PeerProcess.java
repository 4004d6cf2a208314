package io.trashpong.harness.load;

import io.trashpong.harness.stack.DatabaseAccess;
import io.trashpong.harness.stack.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A {@link BusPeer} as a process of its own. */
final class PeerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    /** What it received since it was asked last; times in microseconds. */
    record Received(long frames, long p50, long p99) {}

    private PeerProcess(Process process) {
        this.process = process;
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Returns when it listens. */
    static PeerProcess start(DatabaseAccess database, String channel, String replica) {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                BusPeer.class.getName(),
                channel,
                replica);
        builder.environment().put(BusPeer.URL, database.url());
        builder.environment().put(BusPeer.USER, database.user());
        builder.environment().put(BusPeer.PASSWORD, database.password());
        builder.environment().put(BusPeer.SECRET, database.busSecret());
        try {
            var peer = new PeerProcess(
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
            if (!"ready".equals(peer.said.readLine())) {
                throw new StackFailure("The receiving process does not start.");
            }
            return peer;
        } catch (IOException e) {
            throw new StackFailure("The receiving process does not start: " + e.getMessage(), e);
        }
    }

    Received ask() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            List<String> words = Arrays.asList(said.readLine().split(" ", -1));
            return new Received(
                    Long.parseLong(words.get(0)), Long.parseLong(words.get(1)), Long.parseLong(words.get(2)));
        } catch (IOException e) {
            throw new StackFailure("The receiving process has ended: " + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
