package io.trashpong.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthServiceTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "TRASHPONG_DB_URL", "postgresql://localhost:5432/trashpong",
            "TRASHPONG_DB_USER", "trashpong_auth",
            "TRASHPONG_DB_PASSWORD", "x",
            "TRASHPONG_INTERNAL_SECRET", "0123456789-0123456789-0123456789"));

    @Test
    void with_all_that_is_required_nothing_is_missing() {
        assertEquals(Optional.empty(), fault());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TRASHPONG_DB_URL", "TRASHPONG_DB_USER", "TRASHPONG_DB_PASSWORD", "TRASHPONG_INTERNAL_SECRET"})
    void what_is_missing_is_named(String name) {
        environment.put(name, " ");
        assertTrue(fault().orElseThrow().startsWith(name + " is not set"));
        environment.remove(name);
        assertTrue(fault().orElseThrow().startsWith(name + " is not set"));
    }

    @Test
    void a_secret_that_is_too_short_is_named() {
        environment.put("TRASHPONG_INTERNAL_SECRET", "short");
        assertEquals("TRASHPONG_INTERNAL_SECRET is shorter than 32 characters.", fault().orElseThrow());
    }

    private Optional<String> fault() {
        return AuthService.fault(name -> Optional.ofNullable(environment.get(name)));
    }
}
