package io.trashpong.lobby.http;

import io.trashpong.protocol.ErrorCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Why a request was refused (RFC 9457). */
record Problem(String type, String title, int status, String detail, ErrorCode code) {
    static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");
    /** When to ask again after 429 and 503. */
    static final int RETRY_AFTER_SECONDS = 2;

    private static final String TYPE = "about:blank";

    static Problem of(ErrorCode code) {
        return of(code.status(), code);
    }

    /** With a status of HTTP's own, where the code's is only the nearest: 405, 406, 415. */
    static Problem of(int status, ErrorCode code) {
        var reason = Response.Status.fromStatusCode(status);
        return new Problem(TYPE, reason == null ? "Error" : reason.getReasonPhrase(), status, detail(code), code);
    }

    Response toResponse() {
        var response = Response.status(status).type(MEDIA_TYPE).entity(this);
        return code.temporary() && status != ErrorCode.INTERNAL.status()
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : response.build();
    }

    private static String detail(ErrorCode code) {
        return switch (code) {
            case BAD_REQUEST -> "The request is not one that this address takes.";
            case NAME_INVALID -> "That is no name a player can have.";
            case PASSWORD_INVALID, PASSWORD_COMMON, CREDENTIALS_WRONG -> "That is no password for this.";
            case ACCOUNT_NEEDED -> "Only an account may do that.";
            case ACCOUNT_EXISTS -> "That is an account already.";
            case TITLE_INVALID -> "A title has 1 to 40 visible characters.";
            case TOKEN_INVALID -> "A valid user token is needed.";
            case FORBIDDEN -> "Only the room's owner may do that.";
            case CODE_WRONG -> "The room is private and the code is not its code.";
            case NOT_FOUND -> "There is nothing here.";
            case ROOM_GONE -> "The room is gone.";
            case NAME_TAKEN -> "The name is taken.";
            case ROOM_FULL -> "Both seats are taken.";
            case ROOM_BUSY -> "A match is still being ended; try again in a moment.";
            case STANDS_FULL -> "As many watch the room as may; try again in a moment.";
            case SEATED -> "You have a seat in this room.";
            case TOO_MANY_ROOMS -> "You have a seat in as many rooms as one may; leave one first.";
            case PLAYER_AWAY -> "That player is not online.";
            case PLAYER_BUSY -> "A match is being played; try again after it.";
            case NOT_WELCOME -> "That player takes no invitations from you.";
            case INVITED_ALREADY -> "That invitation is open already.";
            case TOO_MANY_INVITATIONS -> "There are as many open invitations as there may be; try again in a minute.";
            case INVITATION_GONE -> "The invitation is over.";
            case TOO_MANY_BLOCKS -> "You have blocked as many players as one may; unblock one first.";
            case BODY_TOO_LARGE -> "The body is larger than 16 KiB.";
            case TOO_MANY_REQUESTS -> "Too many requests.";
            case INTERNAL -> "Something is broken on our side.";
            case UNAVAILABLE -> "Something that is needed is away; try again in a moment.";
            case MESSAGE_INVALID -> "The message can't be read.";
            case NOT_NOW -> "That is not possible now.";
            case NOT_SEATED -> "You have no seat in this room.";
            case STAMP_REFUSED -> "The stamp is refused.";
            case LEG_REFUSED -> "The leg is refused.";
            case GAME_WRONG, NOT_YOUR_TURN, MOVE_STALE, CELL_TAKEN -> "The move is refused.";
        };
    }
}
