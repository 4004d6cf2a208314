package io.trashpong.auth.http;

import io.trashpong.protocol.ErrorCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it: {@code type} is {@code about:blank}, so {@code title} repeats the status, and {@code code}
 * tells the client what it is about.
 *
 * @param detail for a developer's eyes; repeats nothing of the request
 */
public record Problem(String type, String title, int status, String detail, ErrorCode code) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** When to try again after a passing failure, in seconds. */
    static final int RETRY_AFTER_SECONDS = 2;

    static Problem of(ErrorCode code, String detail) {
        return of(code.status(), code, detail);
    }

    /** For statuses that no code has of its own, such as 405 and 415. */
    static Problem of(int status, ErrorCode code, String detail) {
        var title = Optional.ofNullable(Response.Status.fromStatusCode(status)).map(Response.Status::getReasonPhrase);
        return new Problem("about:blank", title.orElse("Error"), status, detail, code);
    }

    Response response() {
        return response(code.temporary() ? RETRY_AFTER_SECONDS : null);
    }

    Response response(@Nullable Integer retryAfterSeconds) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
                .entity(this)
                .build();
    }
}
