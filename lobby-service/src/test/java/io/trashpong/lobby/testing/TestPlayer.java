package io.trashpong.lobby.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trashpong.contract.Exchange;
import io.trashpong.contract.ExchangeCheck;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody with a token, and what he does. */
public record TestPlayer(PlayerId id, String name, String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ExchangeCheck DOCUMENT = ExchangeCheck.of("lobby");

    public static TestPlayer named(String name) {
        var id = PlayerId.random();
        return new TestPlayer(id, name, Tokens.good(id, name));
    }

    public static URI lobby(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return URI.create("http://localhost:" + port + path);
    }

    public Player player() {
        return new Player(id, name);
    }

    public Answer createRoom(String visibility) {
        return call("POST", "/api/rooms", "{\"game\":\"pong\",\"visibility\":\"" + visibility + "\"}");
    }

    /** The id of a new public room. */
    public String newRoom() {
        return createRoom("public").body().at("/room/id").asText();
    }

    public Answer join(String room) {
        return call("POST", "/api/rooms/" + room + "/seats", "");
    }

    public Answer get(String path) {
        return call("GET", path, "");
    }

    public Answer delete(String path) {
        return call("DELETE", path, "");
    }

    public Answer call(String method, String path, String body) {
        return callAsync(method, path, body).join();
    }

    public CompletableFuture<Answer> callAsync(String method, String path, String body) {
        var request = HttpRequest.newBuilder(lobby(path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(response -> {
            assertEquals(List.of(), DOCUMENT.faults(exchange(response, body)));
            return new Answer(
                    response.statusCode(),
                    parse(response.body()),
                    response.headers().firstValue("Retry-After").isPresent());
        });
    }

    private static Exchange exchange(HttpResponse<String> response, String requestBody) {
        var headers = new HashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Exchange(
                response.request().method(),
                response.uri(),
                requestBody.isEmpty() ? null : requestBody,
                response.statusCode(),
                headers,
                response.body());
    }

    private static JsonNode parse(String text) {
        try {
            return text.isEmpty() ? JSON.nullNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + text, e);
        }
    }

    /**
     * What the lobby said.
     *
     * @param comeBack whether it said when to try again
     */
    public record Answer(int status, JsonNode body, boolean comeBack) {
        public String code() {
            return body.path("code").asText();
        }
    }
}
