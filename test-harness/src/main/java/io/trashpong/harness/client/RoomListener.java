package io.trashpong.harness.client;

import io.trashpong.protocol.ServerMessage;

/** Hears what happens in a room. Called on the connection's event loop, one call at a time. */
public interface RoomListener {

    /** A message of the room, pongs excepted. */
    void received(ServerMessage message);

    /** The connection is lost; most often the client comes back by itself. {@code code} as in {@code CloseCode}, or 1006. */
    default void lost(int code) {}

    /** The connection is lost and the client does not come back by itself. {@code code} as in {@code CloseCode}. */
    default void ended(int code) {}
}
