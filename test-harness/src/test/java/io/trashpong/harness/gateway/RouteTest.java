package io.trashpong.harness.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    private static final Route AUTH = new Route.Api(Route.Upstream.AUTH);
    private static final Route LOBBY = new Route.Api(Route.Upstream.LOBBY);

    @Test
    void accounts_and_keys_go_to_auth_and_the_rest_of_the_api_to_the_lobby() {
        assertEquals(AUTH, Route.of("/api/auth/guests"));
        assertEquals(AUTH, Route.of("/.well-known/jwks.json"));
        assertEquals(LOBBY, Route.of("/api/rooms"));
        assertEquals(LOBBY, Route.of("/api/authors"));
    }

    @Test
    void sockets_go_to_the_lobby_or_to_a_relay() {
        assertEquals(new Route.Feed(), Route.of("/ws/lobby"));
        assertEquals(new Route.Room(), Route.of("/ws/rooms/AAAAAAAAAAAAAAAAAAAAAA"));
    }

    @Test
    void the_rest_is_the_web_client() {
        assertEquals(new Route.File("/index.html"), Route.of("/"));
        assertEquals(new Route.File("/src/main.js"), Route.of("/src/main.js"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/room-tickets",
                "/q/health",
                "/q/metrics",
                "/api/auth/../../internal/room-tickets",
                "/api/auth/%2e%2e/%2e%2e/internal/room-tickets",
                "/api/auth/..%2f..%2finternal",
                "//internal/room-tickets",
                "/api//internal",
                "/src/..\\..\\pom.xml",
                "/api/auth/..;/internal",
                "/src/./main.js",
                "/src/%252e%252e/pom.xml",
                "/src/main.js%00.png",
                "internal"
            })
    void what_is_internal_or_could_be_read_as_such_is_refused(String path) {
        assertEquals(new Route.Refused(), Route.of(path));
    }
}
