package io.trashpong.lobby.room;

import io.trashpong.protocol.ErrorCode;

/** What came of a player's wish: it is done, or refused for a reason. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(ErrorCode reason) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(ErrorCode reason) {
        return new Refused<>(reason);
    }
}
