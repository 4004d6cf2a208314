package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A taken seat.
 *
 * @param ready whether the player is ready for the next match
 * @param pauseLeftMs how long he may still be away or pause in this match
 */
public record SeatState(Player player, Presence presence, boolean ready, long pauseLeftMs) {

    /** Whether the player's client is there. */
    public enum Presence {
        /** Connected and looking. */
        @JsonProperty("here")
        HERE,
        /** Cut off or hidden; he may come back. */
        @JsonProperty("away")
        AWAY
    }
}
