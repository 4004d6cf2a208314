package io.trashpong.harness.client;

import io.trashpong.protocol.feed.RoomView;

/**
 * A seat in a room.
 *
 * @param ticket opens the room's WebSocket within 60 s
 * @param relay the WebSocket's path
 */
public record SeatGrant(RoomView room, int seat, String ticket, String relay) {
    @Override
    public String toString() {
        return "SeatGrant[" + room.id() + ", seat " + seat + "]";
    }
}
