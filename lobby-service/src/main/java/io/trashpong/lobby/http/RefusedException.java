package io.trashpong.lobby.http;

import io.trashpong.protocol.ErrorCode;

/** Carries a refusal out of a resource method; it never leaves this package. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode reason;

    RefusedException(ErrorCode reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    ErrorCode reason() {
        return reason;
    }
}
