package io.trashpong.relay.room;

import io.trashpong.protocol.event.RelayEvent;
import java.util.List;

/**
 * What is to be written in one transaction, under the owner's epoch.
 *
 * @param revision grows by one with each write of a room, over all epochs; it makes a repeated write harmless
 * @param state all that the next owner needs
 * @param events appended to the outbox; a started and a finished match get their own row as well
 * @param closes whether the room is over
 */
public record RoomWrite(long revision, RoomRecord state, List<RelayEvent> events, boolean closes) {
    public RoomWrite {
        events = List.copyOf(events);
    }
}
