package io.trashpong.harness.operators;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the services themselves say: which variables they read, and how long they take to end. Read from the repository. */
final class ServiceFacts {
    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("^\\|(.+)\\|(.+)\\|(.+)\\|$");
    private static final Pattern NAME = Pattern.compile("`((?:TRASHPONG|QUARKUS)_[A-Z_]+)`");
    private static final Pattern DRAIN = Pattern.compile("DRAIN_WITHIN_SECONDS = (\\d+);");
    private static final Pattern SHUTDOWN = Pattern.compile("quarkus\\.shutdown\\.timeout=(\\d+)s");
    private static final Pattern POOL = Pattern.compile("max-size=(\\d+)");
    private static final Pattern POOL_SIZE = Pattern.compile("POOL_SIZE = (\\d+);");
    private static final Pattern BUS_POOL = Pattern.compile("MAX_POOL_CONNECTIONS = (\\d+);");
    private static final int LISTENER_AND_NOTIFIER = 2;
    private static final int LEASE_CONNECTIONS = 1;
    /** A second for the feeds, three for what is asked for, three for the bus, in several classes; and some to spare. */
    private static final int LOBBY_ENDS_WITHIN_SECONDS = 10;

    private static final String OPTIONAL = "when not set";

    /** Of a variable: who reads it, and whether it has a default. */
    private record Variable(Set<String> readers, boolean optional) {}

    private final Map<String, Variable> variables = new TreeMap<>();

    ServiceFacts() {
        Yaml.text(CHECKOUT.resolve("docs/protocol.md")).lines().forEach(this::note);
    }

    /** Whether the container of that name ({@code auth}, {@code lobby}, {@code relay}, {@code nginx}) reads the variable. */
    boolean reads(String container, String variable) {
        return Optional.ofNullable(variables.get(variable))
                .filter(known -> known.readers().contains(container)
                        || (isService(container) && known.readers().contains("all")))
                .isPresent();
    }

    /** What the service can't start without. */
    Set<String> required(String container) {
        var required = new TreeSet<String>();
        variables.forEach((name, variable) -> {
            if (!variable.optional() && reads(container, name)) {
                required.add(name);
            }
        });
        return required;
    }

    /** How long the container needs at most to end, by its own settings, in seconds. */
    int endsWithinSeconds(String container) {
        return switch (container) {
            case "relay" ->
                number(DRAIN, "game-relay-service/src/main/java/io/trashpong/relay/quarkus/RelayService.java");
            case "auth" -> number(SHUTDOWN, "auth-service/src/main/resources/application.properties");
            case "lobby" -> LOBBY_ENDS_WITHIN_SECONDS;
            default -> 0;
        };
    }

    /** How many connections to Postgres a replica has at most. */
    int connections(String container) {
        return switch (container) {
            case "auth" -> sum(POOL, "auth-service/src/main/resources/application.properties");
            case "lobby" -> sum(POOL, "lobby-service/src/main/resources/application.properties") + busConnections();
            case "relay" ->
                number(POOL_SIZE, "game-relay-service/src/main/java/io/trashpong/relay/Relay.java")
                        + LEASE_CONNECTIONS
                        + busConnections();
            default -> 0;
        };
    }

    private static int busConnections() {
        return number(BUS_POOL, "pg-bus/src/main/java/io/trashpong/bus/BusLimits.java") + LISTENER_AND_NOTIFIER;
    }

    private static int sum(Pattern pattern, String file) {
        return pattern.matcher(Yaml.text(CHECKOUT.resolve(file)))
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    static boolean isService(String container) {
        return List.of("auth", "lobby", "relay").contains(container);
    }

    private void note(String line) {
        var row = ROW.matcher(line);
        if (row.matches()) {
            var names = NAME.matcher(row.group(1));
            var readers = new TreeSet<>(
                    Arrays.stream(row.group(2).split(",")).map(String::strip).toList());
            while (names.find()) {
                variables.put(names.group(1), new Variable(readers, row.group(3).contains(OPTIONAL)));
            }
        }
    }

    private static int number(Pattern pattern, String file) {
        var matcher = pattern.matcher(Yaml.text(CHECKOUT.resolve(file)));
        if (!matcher.find()) {
            throw new IllegalStateException(file + " has no " + pattern);
        }
        return Integer.parseInt(matcher.group(1));
    }
}
