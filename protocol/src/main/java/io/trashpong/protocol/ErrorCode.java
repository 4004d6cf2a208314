package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Why something was refused, the same in REST problems (RFC 9457, member {@code code}) and in {@code error} messages on a
 * WebSocket. A client shows its own words for each; the code is the contract.
 */
public enum ErrorCode {
    BAD_REQUEST("bad-request", 400, false),
    NAME_INVALID("name-invalid", 400, false),
    TITLE_INVALID("title-invalid", 400, false),
    /** Too short, too long, or with control characters. */
    PASSWORD_INVALID("password-invalid", 400, false),
    /** Among those that are guessed first. */
    PASSWORD_COMMON("password-common", 400, false),
    TOKEN_INVALID("token-invalid", 401, false),
    FORBIDDEN("forbidden", 403, false),
    /** No such name, or not its password: the same for both. No 401, upon which a client renews its token and tries again. */
    CREDENTIALS_WRONG("credentials-wrong", 403, false),
    CODE_WRONG("code-wrong", 403, false),
    NOT_FOUND("not-found", 404, false),
    ROOM_GONE("room-gone", 404, false),
    NAME_TAKEN("name-taken", 409, false),
    /** A guest asked for what only accounts have. */
    ACCOUNT_NEEDED("account-needed", 409, false),
    /** An account asked to become one. */
    ACCOUNT_EXISTS("account-exists", 409, false),
    ROOM_FULL("room-full", 409, false),
    ROOM_BUSY("room-busy", 409, false),
    /** As many watch the room as may. */
    STANDS_FULL("stands-full", 409, true),
    /** Who wants to watch has a seat in the room. */
    SEATED("seated", 409, false),
    TOO_MANY_ROOMS("too-many-rooms", 409, false),
    /** Who is meant has no client open just now. */
    PLAYER_AWAY("player-away", 409, true),
    /** Who is meant, or who asks, is in a match or about to begin one. */
    PLAYER_BUSY("player-busy", 409, true),
    /** Who is meant wants no invitations from who asks. */
    NOT_WELCOME("not-welcome", 403, false),
    /** The same invitation is open already. */
    INVITED_ALREADY("invited-already", 409, false),
    /** Who asks has as many invitations open as one may, or who is meant has. */
    TOO_MANY_INVITATIONS("too-many-invitations", 409, true),
    /** The invitation was answered or withdrawn, or its time is over. */
    INVITATION_GONE("invitation-gone", 404, false),
    TOO_MANY_BLOCKS("too-many-blocks", 409, false),
    BODY_TOO_LARGE("body-too-large", 413, false),
    TOO_MANY_REQUESTS("too-many-requests", 429, true),
    INTERNAL("internal", 500, true),
    UNAVAILABLE("unavailable", 503, true),
    /** The message can't be read or has a member it must not have. */
    MESSAGE_INVALID("message-invalid", 400, false),
    /** Well-formed, but not now: before the start, after the end, while paused. */
    NOT_NOW("not-now", 409, false),
    /** A spectator sent what only a seated player may. */
    NOT_SEATED("not-seated", 403, false),
    /** A stamp that goes back, lies in the future, or is older than the grace period. */
    STAMP_REFUSED("stamp-refused", 409, false),
    /** A commit for a leg that is not in flight, or that the other seat defends. */
    LEG_REFUSED("leg-refused", 409, false),
    /** A move of a game that this room does not play. */
    GAME_WRONG("game-wrong", 409, false),
    NOT_YOUR_TURN("not-your-turn", 409, false),
    /** The move answers another turn than the one under way. */
    MOVE_STALE("move-stale", 409, false),
    CELL_TAKEN("cell-taken", 409, false);

    private final String code;
    private final int status;
    private final boolean temporary;

    ErrorCode(String code, int status, boolean temporary) {
        this.code = code;
        this.status = status;
        this.temporary = temporary;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** The HTTP status a REST answer with this code has. */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed a little later. */
    public boolean temporary() {
        return temporary;
    }
}
