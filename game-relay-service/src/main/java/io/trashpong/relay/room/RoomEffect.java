package io.trashpong.relay.room;

import io.trashpong.protocol.CloseCode;
import java.util.List;

/** What a room wants done, in this order. */
public sealed interface RoomEffect {

    /** Send one frame, encoded once, to all of these. */
    record Deliver(List<ConnectionId> to, Frame frame) implements RoomEffect {
        public Deliver {
            to = List.copyOf(to);
        }
    }

    /** The room has forgotten these connections; close them. */
    record Close(List<ConnectionId> connections, CloseCode code) implements RoomEffect {
        public Close {
            connections = List.copyOf(connections);
        }
    }

    /** Write this down, retry while the database is away, then answer with {@link RoomCommand.Written}. */
    record Write(RoomWrite write) implements RoomEffect {}

    /** The room is over here; no further command is wanted. */
    record Stop() implements RoomEffect {}
}
