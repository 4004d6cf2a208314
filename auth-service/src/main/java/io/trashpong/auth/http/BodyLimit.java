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
 * Refuses a body that is larger than {@link #MAX_BYTES}, or that does not say how large it is: all our clients know. It does
 * so before Quarkus's own limit of the same size, which answers without a problem.
 */
@ApplicationScoped
class BodyLimit {
    static final int MAX_BYTES = 16 * 1024;

    private static final int LENGTH_REQUIRED = 411;

    /** Before all that Quarkus does with a request. */
    private static final int PRIORITY = 1_000;

    private final ObjectMapper json;

    BodyLimit(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        var headers = context.request().headers();
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (headers.contains(HttpHeaders.TRANSFER_ENCODING)) {
            refuse(context, Problem.of(LENGTH_REQUIRED, ErrorCode.BAD_REQUEST, "the body does not say its length"));
        } else if (length != null && !isWithin(length)) {
            refuse(context, Problem.of(ErrorCode.BODY_TOO_LARGE, "at most " + MAX_BYTES + " bytes"));
        } else {
            context.next();
        }
    }

    /** The body is not read, so the connection can't be used again. */
    private void refuse(RoutingContext context, Problem problem) {
        var sent = context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(write(problem));
        sent.onComplete(done -> context.request().connection().close());
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is not JSON", e);
        }
    }

    private static boolean isWithin(String length) {
        try {
            return Long.parseLong(length) <= MAX_BYTES;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
