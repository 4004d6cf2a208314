package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The games a room can play. On the wire and in rows each is its name in lower case. */
public enum GameKind {
    @JsonProperty("pong")
    PONG,
    @JsonProperty("tictactoe")
    TICTACTOE
}
