package io.trashpong.harness.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<HttpServer> servers = new ArrayList<>();

    @TempDir
    Path webClient;

    private Gateway gateway;

    @BeforeEach
    void startServicesThatEcho() throws IOException {
        Files.writeString(webClient.resolve("index.html"), "<!doctype html>");
        Files.writeString(webClient.resolve("package.json"), "{}");
        Files.writeString(webClient.resolve("eslint.config.js"), "export {};");
        Files.writeString(webClient.resolve("service-worker.js"), "");
        Files.createDirectories(webClient.resolve("src"));
        Files.writeString(webClient.resolve("src/main.js"), "export {};");
        Files.createDirectories(webClient.resolve("node_modules/x"));
        Files.writeString(webClient.resolve("node_modules/x/index.js"), "");
        List<URI> relays = List.of(relay("first"), relay("second"));
        URI rest = restService();
        var upstreams = new Upstreams(rest, rest, relays);
        gateway = Gateway.start(freePort(), upstreams, RelayChooser.roundRobin(), webClient);
    }

    @AfterEach
    void stop() {
        gateway.close();
        get(vertx.close());
        http.close();
    }

    @Test
    void rooms_are_spread_over_the_relays() {
        assertEquals("first", get(room()).subProtocol());
        assertEquals("second", get(room()).subProtocol());
        assertEquals("first", get(room()).subProtocol());
    }

    @Test
    void a_dead_relay_is_skipped() {
        get(servers.getFirst().close());

        assertEquals("second", get(room()).subProtocol());
        assertEquals("second", get(room()).subProtocol());
    }

    @Test
    void messages_and_the_close_code_come_through_both_ways() {
        WebSocket socket = get(room());
        var heard = new CopyOnWriteArrayList<String>();
        socket.textMessageHandler(heard::add);
        get(socket.writeTextMessage("hello"));
        await().until(() -> heard.equals(List.of("hello")));

        get(socket.writeTextMessage("close 4503"));

        await().until(socket::isClosed);
        assertEquals((short) 4503, socket.closeStatusCode());
    }

    @Test
    void a_refused_upgrade_keeps_its_status() {
        var refusal = assertThrows(
                CompletionException.class,
                () -> get(vertx.createWebSocketClient().connect(options("/ws/rooms/refused"))));
        assertEquals(
                403,
                assertInstanceOf(UpgradeRejectedException.class, refusal.getCause())
                        .getStatus());
    }

    @Test
    void the_address_of_the_caller_is_what_the_connection_says_not_what_the_caller_says() throws Exception {
        var answer = http.send(
                request("/api/rooms").header("X-Forwarded-For", "6.6.6.6").build(),
                HttpResponse.BodyHandlers.ofString());

        assertEquals("GET /api/rooms for 127.0.0.1", answer.body());
    }

    @Test
    void every_answer_carries_the_security_headers() throws Exception {
        for (String path : List.of("/", "/api/rooms", "/nothing")) {
            var headers = send(path).headers();
            assertEquals(
                    SecurityHeaders.CONTENT_SECURITY_POLICY,
                    headers.firstValue("Content-Security-Policy").orElse(""),
                    path);
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""), path);
        }
    }

    @Test
    void files_come_with_their_type_and_are_not_sent_twice() throws Exception {
        var first = send("/src/main.js");
        assertEquals(200, first.statusCode());
        assertEquals(
                "text/javascript; charset=utf-8",
                first.headers().firstValue("Content-Type").orElse(""));

        String tag = first.headers().firstValue("ETag").orElseThrow();
        var second = http.send(
                request("/src/main.js").header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(304, second.statusCode());
    }

    @Test
    void only_what_the_page_loads_is_served() throws Exception {
        assertEquals(200, send("/service-worker.js").statusCode());
        for (String path : List.of(
                "/package.json", "/eslint.config.js", "/node_modules/x/index.js", "/src", "/src/none.js", "/.npmrc")) {
            var answer = send(path);
            assertEquals(404, answer.statusCode(), path);
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElse(""));
            assertTrue(answer.body().contains("\"code\":\"not-found\""));
        }
    }

    @Test
    void a_large_body_does_not_reach_a_service() throws Exception {
        var body = HttpRequest.BodyPublishers.ofString("x".repeat(100_000));
        var answer = http.send(request("/api/rooms").POST(body).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(413, answer.statusCode());
    }

    @Test
    void a_service_that_is_down_is_unavailable_and_says_when_to_come_back() throws Exception {
        get(servers.getLast().close());

        var answer = send("/api/rooms");

        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
        assertFalse(answer.body().isEmpty());
    }

    private URI relay(String name) {
        var options = new HttpServerOptions().addWebSocketSubProtocol(name);
        return listen(vertx.createHttpServer(options)
                .webSocketHandshakeHandler(handshake -> {
                    var _ = handshake.path().endsWith("refused") ? handshake.reject(403) : handshake.accept();
                })
                .webSocketHandler(socket -> socket.textMessageHandler(text -> {
                    var _ = text.startsWith("close ")
                            ? socket.close(Short.parseShort(text.substring(6)), "as asked")
                            : socket.writeTextMessage(text);
                })));
    }

    private URI restService() {
        return listen(vertx.createHttpServer().requestHandler(request -> {
            var _ = request.response()
                    .end(request.method() + " " + request.path() + " for " + request.getHeader("X-Forwarded-For"));
        }));
    }

    private URI listen(HttpServer server) {
        servers.add(server);
        return URI.create(
                "http://127.0.0.1:" + get(server.listen(0, "127.0.0.1")).actualPort());
    }

    private Future<WebSocket> room() {
        return vertx.createWebSocketClient().connect(options("/ws/rooms/AAAAAAAAAAAAAAAAAAAAAA"));
    }

    private WebSocketConnectOptions options(String path) {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(gateway.url().getPort())
                .setURI(path)
                .setSubProtocols(List.of("first", "second"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + gateway.url().getPort() + path));
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static <T> T get(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
