package io.trashpong.auth.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.trashpong.protocol.ErrorCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses a body that says it is larger than {@link #MAX_BYTES}, before Quarkus's own limit of the same size would with an
 * empty answer. A body that does not say its length meets that limit while it is read.
 */
@ApplicationScoped
class BodyLimit {
    static final int MAX_BYTES = 16 * 1024;

    /** Before all that Quarkus does with a request. */
    private static final int PRIORITY = 1_000;

    private final String problem;

    BodyLimit(ObjectMapper json) throws JsonProcessingException {
        problem = json.writeValueAsString(Problem.of(ErrorCode.BODY_TOO_LARGE, "at most " + MAX_BYTES + " bytes"));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || isWithin(length)) {
            context.next();
            return;
        }
        // The body is not read, so the connection can't be used again.
        var sent = context.response()
                .setStatusCode(ErrorCode.BODY_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(problem);
        sent.onComplete(done -> context.request().connection().close());
    }

    private static boolean isWithin(String length) {
        try {
            return Long.parseLong(length) <= MAX_BYTES;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
