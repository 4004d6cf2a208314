package io.trashpong.harness.terminal.scene;

import io.trashpong.harness.terminal.view.Line;
import io.trashpong.protocol.CloseCode;
import java.util.Arrays;
import java.util.Optional;

/** Why a table is over for who sat at it. */
public final class Endings {
    private Endings() {}

    /** @param code of the WebSocket's end */
    public static Line of(int code) {
        Optional<CloseCode> known = Arrays.stream(CloseCode.values())
                .filter(value -> value.code() == code)
                .findFirst();
        return known.map(Endings::of).orElseGet(Endings::unreachable);
    }

    private static Line of(CloseCode code) {
        return switch (code) {
            case NORMAL, ROOM_GONE -> Line.news("The table is closed.");
            case REPLACED -> Line.news("You have taken this seat elsewhere; here it ends.");
            case NOT_YOUR_ROOM, STANDS_FULL, TOKEN_BAD_OR_EXPIRED -> Line.trouble("Your seat at the table is gone.");
            case UNSUPPORTED_DATA, INVALID_PAYLOAD, POLICY_VIOLATION, MESSAGE_TOO_BIG ->
                Line.trouble("The server speaks another version of Trashpong; here the table ends.");
            case GOING_AWAY, INTERNAL_ERROR, SERVICE_RESTART, TRY_AGAIN_LATER -> unreachable();
            case TOO_SLOW, OWNERSHIP_MOVED, NO_SIGN_OF_LIFE, TOO_MANY_MESSAGES -> unreachable();
        };
    }

    private static Line unreachable() {
        return Line.trouble("The table could not be reached again in time. Whoever is away too long loses the match.");
    }
}
