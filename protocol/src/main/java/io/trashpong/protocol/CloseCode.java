package io.trashpong.protocol;

/**
 * Why a WebSocket was closed. Below 4000 as in RFC 6455 and its registry; 4000 to 4499 a client comes back after, 4500
 * to 4999 it does not.
 */
public enum CloseCode {
    NORMAL(1000),
    GOING_AWAY(1001),
    UNSUPPORTED_DATA(1003),
    INVALID_PAYLOAD(1007),
    POLICY_VIOLATION(1008),
    MESSAGE_TOO_BIG(1009),
    INTERNAL_ERROR(1011),
    SERVICE_RESTART(1012),
    TRY_AGAIN_LATER(1013),
    TOO_SLOW(4001),
    OWNERSHIP_MOVED(4002),
    NO_SIGN_OF_LIFE(4008),
    TOO_MANY_MESSAGES(4408),
    TOKEN_BAD_OR_EXPIRED(4501),
    NOT_YOUR_ROOM(4503),
    ROOM_GONE(4504),
    /** As many watch the room as may. */
    STANDS_FULL(4505),
    REPLACED(4509);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Whether a client that was closed with this may connect again by itself. */
    public boolean comesBack() {
        return switch (this) {
            case NORMAL, UNSUPPORTED_DATA, INVALID_PAYLOAD, POLICY_VIOLATION, MESSAGE_TOO_BIG -> false;
            case GOING_AWAY, INTERNAL_ERROR, SERVICE_RESTART, TRY_AGAIN_LATER -> true;
            case TOO_SLOW, OWNERSHIP_MOVED, NO_SIGN_OF_LIFE, TOO_MANY_MESSAGES -> true;
            case TOKEN_BAD_OR_EXPIRED, NOT_YOUR_ROOM, ROOM_GONE, STANDS_FULL, REPLACED -> false;
        };
    }
}
