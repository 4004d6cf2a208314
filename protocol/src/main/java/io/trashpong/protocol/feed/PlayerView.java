package io.trashpong.protocol.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.trashpong.protocol.PlayerId;

/** Somebody who is online: who has the lobby's feed open. */
public record PlayerView(PlayerId id, String name, Availability availability) {
    /** Whether he can be invited. */
    public enum Availability {
        @JsonProperty("free")
        FREE,
        /** In a match, or in a room with both seats taken. */
        @JsonProperty("busy")
        BUSY
    }
}
