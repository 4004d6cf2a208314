package io.trashpong.harness.client;

import io.trashpong.protocol.feed.RoomView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next where the next page begins; null on the last */
public record RoomPage(List<RoomView> rooms, @Nullable String next) {
    public RoomPage {
        rooms = List.copyOf(rooms);
    }
}
