package io.trashpong.harness.terminal.scene;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.RoomId;

/** What is to be done because of what was heard. */
public sealed interface Errand {
    /** The lobby keeps a seat for the player there; he goes to it. */
    record GoTo(RoomId room) implements Errand {}

    /** To the table. */
    record Send(ClientMessage message) implements Errand {}
}
