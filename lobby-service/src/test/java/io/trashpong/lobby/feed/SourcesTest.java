package io.trashpong.lobby.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final String GATEWAY = "10.1.2.3:4567";
    private static final String STRANGER = "198.51.100.7:4567";

    private final Sources sources = new Sources(List.of("10.0.0.0/8", "fd00::/8"));

    @Test
    void the_last_whom_a_trusted_proxy_names_is_the_source() {
        assertEquals("203.0.113.9", sources.of(GATEWAY, List.of("203.0.113.9")));
        assertEquals("203.0.113.9", sources.of(GATEWAY, List.of("192.0.2.1, 203.0.113.9")));
        assertEquals("203.0.113.9", sources.of(GATEWAY, List.of("192.0.2.1", "203.0.113.9")));
        assertEquals("2001:db8::1", sources.of("[fd00::1]:4567", List.of("2001:db8::1")));
    }

    @Test
    void nobody_else_is_believed() {
        assertEquals(STRANGER, sources.of(STRANGER, List.of("203.0.113.9")));
        assertEquals("elsewhere", sources.of("elsewhere", List.of("203.0.113.9")));
    }

    @Test
    void without_an_address_the_proxy_is_the_source() {
        assertEquals(GATEWAY, sources.of(GATEWAY, List.of()));
        assertEquals(GATEWAY, sources.of(GATEWAY, List.of("a name\nevent=forged")));
    }

    @Test
    void what_is_no_subnet_ends_the_start() {
        assertThrows(IllegalArgumentException.class, () -> new Sources(List.of("10.0.0.1")));
        assertThrows(IllegalArgumentException.class, () -> new Sources(List.of("10.0.0.0/ten")));
    }
}
