package io.trashpong.harness.e2e;

import io.trashpong.harness.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that a stack's processes have logged so far. */
record ServiceLogs(Path folder) {
    /** What gives a secret away whatever its value is. */
    private static final Map<String, Pattern> FORMS = Map.of(
            "a token", Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"),
            "a password's hash", Pattern.compile("\\$argon2|\\$2[aby]\\$|SCRAM-SHA-256\\$"),
            "a bearer", Pattern.compile("(?i)bearer[ %]"),
            "a private key", Pattern.compile("PRIVATE KEY|\"d\"\\s*:"),
            "a password in an address", Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@"),
            "a refresh cookie", Pattern.compile("(?i)(set-)?cookie:"));

    static ServiceLogs of(Stack stack) {
        return new ServiceLogs(Objects.requireNonNull(stack.auth().log().getParent()));
    }

    /** @return the lines that hold a secret, each with its file and what it is */
    List<String> secrets(List<String> values) {
        var found = new ArrayList<String>();
        for (Path log : logs()) {
            for (String line : lines(log)) {
                FORMS.forEach((what, form) -> {
                    if (form.matcher(line).find()) {
                        found.add(log.getFileName() + ": " + what + " in: " + line);
                    }
                });
                values.stream()
                        .filter(line::contains)
                        .forEach(_ -> found.add(log.getFileName() + ": a known secret in: " + line));
            }
        }
        return found;
    }

    /** The event log of the replicas whose name begins so, from {@code event=} on. */
    List<String> events(String replica) {
        return logs().stream()
                .filter(log -> log.getFileName().toString().startsWith(replica))
                .flatMap(log -> lines(log).stream())
                .filter(line -> line.contains("event="))
                .map(line -> line.substring(line.indexOf("event=")))
                .toList();
    }

    private List<Path> logs() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
