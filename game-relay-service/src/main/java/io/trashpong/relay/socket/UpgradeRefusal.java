package io.trashpong.relay.socket;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.Subprotocol;
import io.vertx.core.http.HttpServerResponse;

/** Why somebody gets no WebSocket, answered as problem+json (RFC 9457) like all refusals over HTTP. */
enum UpgradeRefusal {
    /** Most often a proxy in between that does not pass these headers on, which no browser shows. */
    NO_UPGRADE(
            426, ErrorCode.BAD_REQUEST, "This is a WebSocket; a proxy in between must pass on Upgrade and Connection."),
    BAD_HANDSHAKE(
            400, ErrorCode.BAD_REQUEST, "The WebSocket handshake is not one; a proxy must pass on Connection too."),
    NOT_OUR_SUBPROTOCOL(400, ErrorCode.BAD_REQUEST, "The subprotocol " + Subprotocol.TRASHPONG_V1 + " is needed."),
    FOREIGN_ORIGIN(
            403,
            ErrorCode.FORBIDDEN,
            "Pages of that origin may not come here; TRASHPONG_ORIGINS names those that may."),
    NO_ROOM(404, ErrorCode.NOT_FOUND, "That is no room."),
    TICKET_INVALID(401, ErrorCode.TOKEN_INVALID, "A valid room ticket is needed."),
    TICKET_OF_ANOTHER_ROOM(403, ErrorCode.FORBIDDEN, "The ticket is another room's."),
    KEYS_AWAY(503, ErrorCode.UNAVAILABLE, "Tickets can't be checked right now; try again in a moment."),
    NO_PLACE(503, ErrorCode.UNAVAILABLE, "This relay takes nobody in right now; try again in a moment.");

    private static final String RETRY_AFTER_SECONDS = "1";

    private final int status;
    private final ErrorCode code;
    private final String detail;

    UpgradeRefusal(int status, ErrorCode code, String detail) {
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    void send(HttpServerResponse response) {
        response.setStatusCode(status).putHeader("Content-Type", "application/problem+json");
        if (code.temporary()) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (this == NO_UPGRADE) {
            response.putHeader("Upgrade", "websocket");
        }
        // Its outcome is the client's affair: nobody is left to be told.
        response.end(body()).onFailure(_ -> {});
    }

    private String body() {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"}"
                .formatted(HttpResponseStatus.valueOf(status).reasonPhrase(), status, detail, code.code());
    }
}
