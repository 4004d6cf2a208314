package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The games a room can play. */
public enum GameKind {
    @JsonProperty("pong")
    PONG
}
