package io.trashpong.lobby.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Postgres with all its processes stopped, until the end: connections stay open, and nothing answers. */
public final class Freeze {
    private final List<Long> processes;

    private Freeze(List<Long> processes) {
        this.processes = processes;
    }

    public static Freeze begin() {
        var data = Path.of(Database.query("SHOW data_directory").getFirst());
        try {
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            var server = ProcessHandle.of(postmaster).orElseThrow();
            // Its descendants only once it can't make more.
            signal("-STOP", List.of(postmaster));
            var freeze = new Freeze(Stream.concat(Stream.of(server), server.descendants())
                    .map(ProcessHandle::pid)
                    .toList());
            signal("-STOP", freeze.processes);
            return freeze;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void end() {
        signal("-CONT", processes);
    }

    private static void signal(String signal, List<Long> processes) {
        var pids = processes.stream().map(String::valueOf);
        try {
            new ProcessBuilder(Stream.concat(Stream.of("kill", signal), pids).toList())
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
