package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one player; 128 random bits, so it can't be guessed. On the wire: 22 characters of base64url. */
public record PlayerId(@JsonValue String value) {
    @JsonCreator
    public PlayerId {
        Id.check("a player id", value);
    }

    public static PlayerId random() {
        return new PlayerId(Id.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
