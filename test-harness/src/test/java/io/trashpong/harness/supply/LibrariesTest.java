package io.trashpong.harness.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The libraries that the packaged services bring, against {@code docs/supply-chain.md} and {@code docs/third-party.md}. */
class LibrariesTest {
    private static final Path SUPPLY_CHAIN = Library.CHECKOUT.resolve("docs/supply-chain.md");
    private static final Path THIRD_PARTY = Library.CHECKOUT.resolve("docs/third-party.md");
    /** It adds some by itself, of which Maven knows nothing; all of them are under the licence of those that are listed. */
    private static final String OF_QUARKUS_ITSELF = "io.quarkus:";

    private static final Set<Library> LIBRARIES = Library.all();

    @Test
    void every_library_is_at_least_as_new_as_its_floor() {
        var floors = Table.rows(SUPPLY_CHAIN, "## Floors");
        assertFalse(floors.isEmpty());
        for (List<String> floor : floors) {
            var found = LIBRARIES.stream()
                    .filter(library -> library.name().equals(floor.get(0)))
                    .toList();
            assertFalse(found.isEmpty(), floor.get(0) + " has a floor and is not here any more");
            for (Library library : found) {
                assertTrue(
                        Version.parse(library.version()).compareTo(Version.parse(floor.get(1))) >= 0,
                        library + " is older than " + floor.get(1) + ", see " + floor.get(2));
            }
        }
    }

    @Test
    void no_library_is_here_in_two_versions() {
        Map<String, Set<String>> versions = new TreeMap<>();
        LIBRARIES.forEach(library ->
                versions.computeIfAbsent(library.name(), _ -> new TreeSet<>()).add(library.version()));
        versions.values().removeIf(several -> several.size() == 1);

        assertEquals(Map.of(), versions);
    }

    @Test
    void every_library_is_listed_with_its_licence() {
        var listed = new TreeSet<String>();
        Table.rows(THIRD_PARTY, "# Third-party libraries").forEach(row -> listed.add(row.get(0)));
        var missing = new TreeSet<String>();
        LIBRARIES.stream()
                .map(Library::name)
                .filter(name -> !listed.contains(name) && !name.startsWith(OF_QUARKUS_ITSELF))
                .forEach(missing::add);

        assertEquals(Set.of(), missing, "write docs/third-party.md anew, as docs/supply-chain.md says");
    }

    @Test
    void every_licence_is_one_that_we_may_take() {
        var allowed = new TreeSet<String>();
        Table.rows(SUPPLY_CHAIN, "## Licences").forEach(row -> allowed.add(row.get(0)));
        for (List<String> row : Table.rows(THIRD_PARTY, "# Third-party libraries")) {
            var offered = Stream.of(row.get(1).split(" or ")).map(String::strip).toList();
            assertTrue(
                    offered.stream().anyMatch(allowed::contains),
                    row.get(0) + " is offered under " + offered + " only, of which we may take none");
        }
    }

    /** What makes the flaws of Quarkus that are listed as not reached not reached. */
    @Test
    void no_service_protects_a_path_by_a_policy_of_http() throws IOException {
        try (Stream<Path> settings = Files.find(
                Library.CHECKOUT, 6, (file, _) -> file.endsWith("src/main/resources/application.properties"))) {
            var files = settings.toList();
            assertEquals(3, files.size(), files.toString());
            for (Path file : files) {
                assertFalse(text(file).contains("quarkus.http.auth.permission"), file.toString());
            }
        }
    }

    @Test
    void versions_are_compared_by_their_numbers() {
        assertTrue(Version.parse("4.1.9.Final").compareTo(Version.parse("4.1.10.Final")) < 0);
        assertTrue(Version.parse("2.21").compareTo(Version.parse("2.21.0")) == 0);
        assertTrue(Version.parse("42.7.11").compareTo(Version.parse("42.7.2")) > 0);
        assertTrue(Version.parse("1.57.0-alpha").compareTo(Version.parse("1.57.0")) == 0);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
