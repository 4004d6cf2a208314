package io.trashpong.harness.faults.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Plain HTTP with an eye on status, {@code Retry-After} and time. */
public final class Asker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI origin;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public Asker(URI origin) {
        this.origin = origin;
    }

    /**
     * How a request ended.
     *
     * @param status 0 when there was no answer
     * @param retryAfter whether it said when to come back
     */
    public record Outcome(String request, int status, boolean retryAfter, long micros) {
        public boolean isGranted() {
            return status >= 200 && status < 300;
        }
    }

    /** @param token sent as a bearer token as it is; {@code body} as JSON, empty for none */
    public Outcome ask(String method, String path, String token, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        long begin = System.nanoTime();
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.discarding());
            boolean retryAfter = response.headers().firstValue("Retry-After").isPresent();
            return new Outcome(method + " " + path, response.statusCode(), retryAfter, since(begin));
        } catch (IOException e) {
            return new Outcome(method + " " + path, 0, false, since(begin));
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private static long since(long begin) {
        return (System.nanoTime() - begin) / 1_000;
    }
}
