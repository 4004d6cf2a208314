package io.trashpong.harness.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nginx's start says to an environment that it can't work with. */
class WebStartTest {
    private static final int EXIT_CONFIG = 78;

    private record End(int code, List<String> words) {}

    @Test
    void each_that_is_wrong_is_named_with_what_it_must_be() throws Exception {
        End end = start(Map.of(
                "TRASHPONG_AUTH_ADDRESS", "auth-service",
                "TRASHPONG_LOBBY_ADDRESS", "http://lobby-service:8080",
                "TRASHPONG_RELAY_ADDRESS", "relay:8080; return 200",
                "TRASHPONG_RESOLVER", "127.0.0.11; }",
                "TRASHPONG_TRUSTED_PROXIES", "10.0.0.0/8,gateway"));

        assertEquals(EXIT_CONFIG, end.code());
        assertEquals(
                Set.of(
                        "TRASHPONG_AUTH_ADDRESS is wrong: it must be host:port.",
                        "TRASHPONG_LOBBY_ADDRESS is wrong: it must be host:port.",
                        "TRASHPONG_RELAY_ADDRESS is wrong: it must be host:port.",
                        "TRASHPONG_RESOLVER is wrong: it must be host or host:port, where /etc/resolv.conf names no"
                                + " server.",
                        "TRASHPONG_TRUSTED_PROXIES is wrong: it must be networks such as 10.0.0.0/8 or fd00::/8,"
                                + " comma-separated."),
                Set.copyOf(end.words()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth:80\nlobby:80", "auth:80\n", " auth:80", "auth:", ":80", "auth:123456"})
    void an_address_is_one_address(String address) throws Exception {
        assertEquals(
                List.of("TRASHPONG_AUTH_ADDRESS is wrong: it must be host:port."),
                start(Map.of("TRASHPONG_AUTH_ADDRESS", address)).words());
    }

    private static End start(Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("/bin/sh", "../docker/web/start").redirectErrorStream(true);
        builder.environment().put("TRASHPONG_RESOLVER", "127.0.0.11");
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> words = process.inputReader().lines().collect(Collectors.toList());
        return new End(process.waitFor(), words);
    }
}
