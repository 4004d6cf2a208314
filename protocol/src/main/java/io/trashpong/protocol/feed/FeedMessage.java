package io.trashpong.protocol.feed;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trashpong.protocol.RoomId;
import java.util.List;

/**
 * What {@code /ws/lobby} sends: first a {@link Snapshot}, then deltas whose {@code version} only grows. Versions have holes
 * (private rooms count too); a client that connects again gets a new snapshot. The client sends nothing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FeedMessage.Snapshot.class, name = "snapshot"),
    @JsonSubTypes.Type(value = FeedMessage.RoomChanged.class, name = "room"),
    @JsonSubTypes.Type(value = FeedMessage.RoomGone.class, name = "room-gone"),
})
public sealed interface FeedMessage {
    long version();

    /** All public rooms as of {@code version}; replaces whatever the client had. */
    record Snapshot(long version, List<RoomView> rooms) implements FeedMessage {
        public Snapshot {
            rooms = List.copyOf(rooms);
        }
    }

    /** A room is new or changed. */
    record RoomChanged(long version, RoomView room) implements FeedMessage {}

    /** A room is gone from the list: closed, or now private. */
    record RoomGone(long version, RoomId id) implements FeedMessage {}
}
