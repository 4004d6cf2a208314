package io.trashpong.lobby.feed;

import io.trashpong.lobby.room.Room;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.RoomView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of public rooms as of one version. Not thread-safe: its owner is {@link LobbyFeed}. */
final class PublicRooms {
    private final Map<RoomId, RoomView> rooms = new LinkedHashMap<>();
    private long version;

    long version() {
        return version;
    }

    FeedMessage.Snapshot snapshot() {
        return new FeedMessage.Snapshot(version, List.copyOf(rooms.values()));
    }

    /**
     * @param changed in the order of their versions
     * @return what a reader of this list has to be told
     */
    List<FeedMessage> apply(List<Room> changed) {
        var news = new ArrayList<FeedMessage>();
        for (Room room : changed) {
            if (room.version() <= version) {
                continue;
            }
            version = room.version();
            if (room.isPublic() && !room.gone()) {
                var view = room.view();
                rooms.put(room.id(), view);
                news.add(new FeedMessage.RoomChanged(version, view));
            } else if (rooms.remove(room.id()) != null) {
                news.add(new FeedMessage.RoomGone(version, room.id()));
            }
        }
        return news;
    }
}
