package io.trashpong.relay.host;

import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.RoomId;
import io.trashpong.relay.room.ConnectionId;
import io.trashpong.relay.room.Frame;
import java.util.List;

/** The way from a room's owner to its members, here and on other replicas. Never blocks. */
public interface Delivery {
    void deliver(RoomId room, long epoch, List<ConnectionId> to, Frame frame);

    /** This replica does not rule the room: members here are closed with 4002, other edges look for its owner. */
    void forsake(RoomId room, long epoch, List<ConnectionId> connections);

    void close(RoomId room, long epoch, List<ConnectionId> connections, CloseCode code);
}
