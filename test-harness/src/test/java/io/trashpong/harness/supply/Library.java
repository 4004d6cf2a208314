package io.trashpong.harness.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A library of somebody else's that a packaged service brings. */
record Library(String group, String artifact, String version) implements Comparable<Library> {
    static final Path CHECKOUT = Path.of("..");

    private static final List<String> SERVICES = List.of("auth-service", "lobby-service", "game-relay-service");
    private static final String OURS = "io.trashpong";

    /** Of all services, as the build of each has listed it. */
    static Set<Library> all() {
        var all = new TreeSet<Library>();
        SERVICES.forEach(service -> all.addAll(of(service)));
        return all;
    }

    private static List<Library> of(String service) {
        Path list = CHECKOUT.resolve(service).resolve("target/quarkus-app/quarkus-app-dependencies.txt");
        try (Stream<String> lines = Files.lines(list)) {
            return lines.map(Library::parse)
                    .filter(library -> !library.group().equals(OURS))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(service + " is not built: ./trashpong build", e);
        }
    }

    /** {@code group:artifact:classifier:type:version}. */
    private static Library parse(String line) {
        String[] parts = line.split(":", -1);
        return new Library(parts[0], parts[1], parts[4]);
    }

    /** Without its version. */
    String name() {
        return group + ":" + artifact;
    }

    @Override
    public int compareTo(Library other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return name() + ":" + version;
    }
}
