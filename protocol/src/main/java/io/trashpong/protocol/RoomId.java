package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one room; 128 random bits, so it can't be guessed. On the wire: 22 characters of base64url. */
public record RoomId(@JsonValue String value) {
    @JsonCreator
    public RoomId {
        Id.check("a room id", value);
    }

    public static RoomId random() {
        return new RoomId(Id.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
