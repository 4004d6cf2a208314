package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one invitation; 128 random bits. On the wire: 22 characters of base64url. */
public record InvitationId(@JsonValue String value) {
    @JsonCreator
    public InvitationId {
        Id.check("an invitation id", value);
    }

    public static InvitationId random() {
        return new InvitationId(Id.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
