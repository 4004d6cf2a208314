package io.trashpong.lobby.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/**
 * Auth, as seen from outside: its key set and its internal door. {@code POST /test/away} makes both answer 503 until {@code
 * POST /test/back}; {@code GET /test/key-reads} counts the readings of the key set.
 */
final class FakeAuth implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger keyReads = new AtomicInteger();
    private volatile boolean away;

    FakeAuth(EllipticCurveJsonWebKey key, String secret) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var keys = "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
        server.createContext("/.well-known/jwks.json", exchange -> {
            keyReads.incrementAndGet();
            answer(exchange, away ? 503 : 200, away ? "" : keys);
        });
        server.createContext("/internal/room-tickets", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean known = secret.equals(exchange.getRequestHeaders().getFirst("X-Internal-Secret"));
            int status = away ? 503 : known ? 201 : 403;
            // The ticket is its own request, so that tests see what was asked for.
            answer(exchange, status, status == 201 ? "{\"ticket\":\"" + body.replace("\"", "'") + "\"}" : "");
        });
        server.createContext("/test/away", exchange -> {
            away = true;
            answer(exchange, 200, "");
        });
        server.createContext("/test/back", exchange -> {
            away = false;
            answer(exchange, 200, "");
        });
        server.createContext("/test/key-reads", exchange -> answer(exchange, 200, keyReads.toString()));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
