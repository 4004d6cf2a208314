package io.trashpong.harness.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * JSON over HTTP to one origin, with the cookies of one player. Blocks; meant for virtual threads and tests. It reads strictly:
 * a member that the contract does not have is an error here.
 */
final class Rest implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final URI origin;
    private final HttpClient http;

    Rest(URI origin, Trust trust) {
        this.origin = origin;
        var builder = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL));
        trust.context().ifPresent(builder::sslContext);
        http = builder.build();
    }

    /**
     * @param token sent as {@code Authorization: Bearer}; null to send none
     * @param body written as JSON; null for no body
     * @param type of the answer's body; {@code Void} when there is none
     */
    <T> Answer<T> call(String method, String path, @Nullable String token, @Nullable Object body, Class<T> type) {
        var request = HttpRequest.newBuilder(origin.resolve(path)).timeout(ANSWER);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofString(write(body)));
        }
        try {
            return read(http.send(request.build(), HttpResponse.BodyHandlers.ofString()), type);
        } catch (ConnectException | HttpTimeoutException e) {
            throw new UnreachableException(origin, e);
        } catch (SSLException e) {
            throw UnreachableException.untrusted(origin, e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(origin + " does not speak as Trashpong does", e);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + method + " " + path, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static <T> Answer<T> read(HttpResponse<String> response, Class<T> type) throws IOException {
        int status = response.statusCode();
        if (status / 100 == 2) {
            String text = response.body().isEmpty() ? "null" : response.body();
            return new Answer.Granted<>(status, JSON.readValue(text, type));
        }
        JsonNode problem =
                response.headers().firstValue("Content-Type").orElse("").contains("json")
                        ? JSON.readTree(response.body())
                        : JSON.createObjectNode();
        return new Answer.Refused<>(status, problem.path("code").asText(), problem);
    }
}
