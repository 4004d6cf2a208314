package io.trashpong.contract;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer.
 *
 * @param requestBody null when there was none
 * @param headers of the answer, by their names in lower case
 * @param body of the answer, empty when there was none
 */
public record Exchange(
        String method, URI uri, @Nullable String requestBody, int status, Map<String, String> headers, String body) {
    public Exchange {
        headers = Map.copyOf(headers);
    }

    boolean isAccepted() {
        return status / 100 == 2;
    }

    /** Without parameters. */
    String mediaType() {
        return headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
    }

    @Override
    public String toString() {
        return method + " " + uri.getPath() + " " + status;
    }
}
