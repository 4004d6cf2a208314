package io.trashpong.protocol.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.RoomId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as both who are concerned see it.
 *
 * @param room where both have a seat once it is accepted, else null
 * @param expiresAt until when it may be accepted
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record InvitationView(
        InvitationId id,
        GameKind game,
        Player from,
        Player to,
        State state,
        @Nullable RoomId room,
        Instant expiresAt) {

    /** Where it stands; only a pending one changes. */
    public enum State {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("expired")
        EXPIRED,
        /** Taken back by who sent it, or void since one of both plays with somebody else. */
        @JsonProperty("withdrawn")
        WITHDRAWN
    }
}
