package io.trashpong.protocol.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.environment.Variable.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentTest {
    private final Map<String, String> variables = new HashMap<>(Map.of(
            "TRASHPONG_DB_URL", "postgresql://localhost:5432/trashpong?sslmode=require",
            "TRASHPONG_DB_USER", "trashpong_auth",
            "TRASHPONG_DB_PASSWORD", "x",
            "TRASHPONG_INTERNAL_SECRET", "0123456789-0123456789-0123456789",
            "TRASHPONG_BUS_SECRET", "9876543210-9876543210-9876543210",
            "TRASHPONG_AUTH_URL", "http://auth-service:8080",
            "TRASHPONG_ORIGINS", "https://pong.example.org, http://localhost:8080"));

    @ParameterizedTest
    @EnumSource(Reader.class)
    void with_all_that_is_required_nothing_is_wrong(Reader reader) {
        assertEquals(List.of(), faults(reader));
    }

    @ParameterizedTest
    @EnumSource(Reader.class)
    void each_that_is_missing_or_blank_is_named_with_what_it_must_be(Reader reader) {
        Set<String> required = Stream.of(Variable.values())
                .filter(variable -> variable.isRequired() && variable.isReadBy(reader))
                .map(Enum::name)
                .collect(Collectors.toSet());
        variables.clear();
        assertEquals(required, named(reader));
        required.forEach(name -> variables.put(name, " "));
        assertEquals(required, named(reader));
        assertTrue(faults(reader).stream().allMatch(fault -> fault.contains(" is not set: it must be ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            TRASHPONG_DB_URL | localhost:5432
            TRASHPONG_DB_URL | mysql://localhost:3306/trashpong
            TRASHPONG_DB_URL | jdbc:postgresql://localhost:5432/trashpong
            TRASHPONG_DB_URL | postgresql://pong:secret-word@localhost:5432/trashpong
            TRASHPONG_DB_URL | postgresql://localhost:5432
            TRASHPONG_INTERNAL_SECRET | secret-word
            TRASHPONG_BUS_SECRET | secret-word
            TRASHPONG_BUS_SECRET_OTHER | secret-word
            TRASHPONG_AUTH_URL | auth-service:8080
            TRASHPONG_AUTH_URL | http://auth-service:8080/api
            TRASHPONG_AUTH_URL | http://
            TRASHPONG_ORIGINS | https://pong.example.org/
            TRASHPONG_ORIGINS | pong.example.org
            TRASHPONG_ORIGINS | https://one.example.org,
            TRASHPONG_ORIGINS | *
            TRASHPONG_AUTH_GUESTS_PER_MINUTE | many
            TRASHPONG_AUTH_GUESTS_PER_MINUTE | 0
            TRASHPONG_AUTH_KEY_DAYS | -1
            TRASHPONG_AUTH_TRUSTED_PROXIES | 10.0.0.0
            TRASHPONG_AUTH_TRUSTED_PROXIES | 10.0.0.0/33
            TRASHPONG_AUTH_TRUSTED_PROXIES | gateway/8
            TRASHPONG_LOBBY_TRUSTED_PROXIES | 10.0.0.0/8;fd00::/8
            TRASHPONG_STUN_SERVERS | http://stun.example.org
            TRASHPONG_STUN_SERVERS | stun:
            QUARKUS_HTTP_PORT | 70000
            """)
    void each_that_is_wrong_is_named_and_its_value_is_not_shown(String name, String value) {
        variables.put(name, value);
        List<String> faults = Stream.of(Reader.values())
                .filter(Variable.valueOf(name)::isReadBy)
                .flatMap(reader -> faults(reader).stream())
                .distinct()
                .toList();
        assertEquals(1, faults.size());
        assertTrue(faults.getFirst().startsWith(name + " is wrong: it must be "), faults.getFirst());
        assertFalse(faults.getFirst().contains("secret-word"));
    }

    @Test
    void what_is_right_in_another_way_is_taken() {
        variables.put("TRASHPONG_DB_URL", "postgresql://[::1]:5432/postgres");
        variables.put("TRASHPONG_AUTH_TRUSTED_PROXIES", "10.0.0.0/8, fd00::/8");
        variables.put("TRASHPONG_AUTH_PASSWORD_THREADS", "");
        assertEquals(List.of(), faults(Reader.AUTH));
    }

    @Test
    void a_name_that_looks_like_ours_and_is_none_is_told() {
        variables.put("TRASHPONG_ORIGIN", "https://pong.example.org");
        variables.put("TRASHPONG_DB_PASSWORD_FILE", "/run/secrets/password");
        assertEquals(
                List.of("TRASHPONG_ORIGIN is set, and no service reads it."),
                environment().strangers());
    }

    /** The document is for people and the list is for the services; neither may know more. */
    @Test
    void the_document_has_the_same_variables() throws IOException {
        String document = Files.readString(Path.of("../docs/protocol.md"));
        String table = document.substring(document.indexOf("## Environment"));
        for (Variable variable : Variable.values()) {
            String row = table.lines()
                    .filter(line -> line.startsWith("|") && line.contains("`" + variable + "`"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(variable + " is not in docs/protocol.md"));
            String readers = row.split("\\|", -1)[2].strip();
            assertEquals(
                    Stream.of(Reader.values())
                            .filter(variable::isReadBy)
                            .map(reader -> reader.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")),
                    readers.equals("all") ? "auth, lobby, relay" : readers,
                    variable.name());
            assertEquals(variable.isRequired(), !row.contains("when not set"), variable.name());
        }
    }

    private Set<String> named(Reader reader) {
        return faults(reader).stream()
                .map(fault -> fault.substring(0, fault.indexOf(' ')))
                .collect(Collectors.toSet());
    }

    private List<String> faults(Reader reader) {
        return environment().faults(reader);
    }

    private Environment environment() {
        return new Environment(variables, _ -> Optional.empty());
    }
}
