package io.trashpong.lobby.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.trashpong.lobby.token.KeysUnavailableException;
import io.trashpong.protocol.ErrorCode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Problems for what never reaches a resource: unknown paths, bodies over the bound, an upgrade while keys are away. */
@ApplicationScoped
class ProblemRoutes {
    private static final int MAX_BODY_BYTES = 16 * 1024;
    /** Of a length that a long holds; that it is a number the platform has checked. */
    private static final int MAX_DIGITS = 18;

    private static final int LENGTH_REQUIRED = 411;

    private final ObjectMapper json;

    ProblemRoutes(ObjectMapper json) {
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::boundBody).failureHandler(context -> {
            if (context.failure() instanceof KeysUnavailableException) {
                answer(context, Problem.of(ErrorCode.UNAVAILABLE));
            } else {
                context.next();
            }
        });
        router.errorHandler(ErrorCode.NOT_FOUND.status(), context -> answer(context, Problem.of(ErrorCode.NOT_FOUND)));
    }

    /** By its declared length, before any of it is read; the platform's own bound would answer without a problem. */
    private void boundBody(RoutingContext context) {
        var headers = context.request().headers();
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
            answer(context, Problem.of(LENGTH_REQUIRED, ErrorCode.BAD_REQUEST));
        } else if (isOverBound(headers.get(HttpHeaderNames.CONTENT_LENGTH))) {
            context.response().putHeader(HttpHeaderNames.CONNECTION, "close");
            answer(context, Problem.of(ErrorCode.BODY_TOO_LARGE));
        } else {
            context.next();
        }
    }

    private static boolean isOverBound(@Nullable String length) {
        return length != null && (length.length() > MAX_DIGITS || Long.parseLong(length) > MAX_BODY_BYTES);
    }

    private void answer(RoutingContext context, Problem problem) {
        if (context.response().headWritten()) {
            return;
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE.toString());
        if (problem.code().temporary()) {
            context.response().putHeader(HttpHeaderNames.RETRY_AFTER, Integer.toString(Problem.RETRY_AFTER_SECONDS));
        }
        // Its outcome is the client's affair: nobody is left to be told.
        var ignored = context.end(write(problem));
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can't be written", e);
        }
    }
}
