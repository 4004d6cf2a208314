package io.trashpong.lobby.http;

import io.trashpong.lobby.room.Outcome;
import io.trashpong.lobby.room.RoomTitle;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.GameKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What requests bring, checked. */
final class Checks {
    static final int MAX_LIMIT = 100;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_SEARCH_CHARS = 80;
    private static final int MAX_DIGITS = 9;

    private Checks() {}

    static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new RefusedException(ErrorCode.BAD_REQUEST);
        }
        return value;
    }

    static <T> T orRefuse(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(ErrorCode reason) -> throw new RefusedException(reason);
        };
    }

    static @Nullable RoomTitle title(@Nullable String text) {
        return text == null
                ? null
                : RoomTitle.of(text).orElseThrow(() -> new RefusedException(ErrorCode.TITLE_INVALID));
    }

    /** A room without a title is called by its owner's name. */
    static RoomTitle titleFrom(String playerName) {
        return RoomTitle.of(playerName).orElseThrow(() -> new RefusedException(ErrorCode.TITLE_INVALID));
    }

    static GameKind game(@Nullable String text) {
        return required(constant(GameKind.class, text));
    }

    /** An enum's constant by its name on the wire, which is the name in lower case; null for null. */
    static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw new RefusedException(ErrorCode.BAD_REQUEST);
    }

    static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (text.isEmpty() || text.length() > MAX_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new RefusedException(ErrorCode.BAD_REQUEST);
        }
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new RefusedException(ErrorCode.BAD_REQUEST);
        }
        return limit;
    }

    /** Postgres takes no U+0000. */
    static @Nullable String search(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MAX_SEARCH_CHARS || text.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException(ErrorCode.BAD_REQUEST);
        }
        return text.strip();
    }
}
