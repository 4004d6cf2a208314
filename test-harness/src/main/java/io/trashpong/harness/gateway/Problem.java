package io.trashpong.harness.gateway;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;

/** What the gateway itself answers when it can't pass a request on: RFC 9457 problem+json, as the services do. */
enum Problem {
    NOT_FOUND(404, "not-found", "Nothing is here."),
    METHOD_NOT_ALLOWED(405, "bad-request", "This is read with GET."),
    BODY_TOO_LARGE(413, "body-too-large", "The body is larger than anything asked for here."),
    UPGRADE_REQUIRED(426, "bad-request", "This is a WebSocket."),
    UNAVAILABLE(503, "unavailable", "The service is not there right now; try again in a moment.");

    private static final String RETRY_AFTER_SECONDS = "1";

    private final int status;
    private final String code;
    private final String detail;

    Problem(int status, String code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    void send(HttpServerResponse response) {
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(status).putHeader("Content-Type", "application/problem+json");
        if (this == UNAVAILABLE) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        var _ = response.end(body());
    }

    /** In place of the service's answer. */
    ProxyResponse replace(ProxyResponse response) {
        response.setStatusCode(status).putHeader("Content-Type", "application/problem+json");
        if (this == UNAVAILABLE) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        return response.setBody(Body.body(Buffer.buffer(body())));
    }

    private String body() {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"}"
                .formatted(HttpResponseStatus.valueOf(status).reasonPhrase(), status, detail, code);
    }
}
