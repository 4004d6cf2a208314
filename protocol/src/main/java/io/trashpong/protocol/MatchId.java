package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one match; 128 random bits, so it can't be guessed. On the wire: 22 characters of base64url. */
public record MatchId(@JsonValue String value) {
    @JsonCreator
    public MatchId {
        Id.check("a match id", value);
    }

    public static MatchId random() {
        return new MatchId(Id.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
