package io.trashpong.protocol.feed;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import java.util.List;

/**
 * What {@code /ws/lobby} sends: first {@link Snapshot}, {@link Players} and {@link Invitations}, each the whole of what it is
 * about, then what changes. A client that connects again gets all of it anew. The client sends nothing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FeedMessage.Snapshot.class, name = "snapshot"),
    @JsonSubTypes.Type(value = FeedMessage.RoomChanged.class, name = "room"),
    @JsonSubTypes.Type(value = FeedMessage.RoomGone.class, name = "room-gone"),
    @JsonSubTypes.Type(value = FeedMessage.Players.class, name = "players"),
    @JsonSubTypes.Type(value = FeedMessage.PlayersChanged.class, name = "players-changed"),
    @JsonSubTypes.Type(value = FeedMessage.Invitations.class, name = "invitations"),
    @JsonSubTypes.Type(value = FeedMessage.InvitationChanged.class, name = "invitation"),
})
public sealed interface FeedMessage {
    /** About public rooms. {@code version} only grows; it has holes, since private rooms count too. */
    sealed interface OfRooms extends FeedMessage {
        long version();
    }

    /** All public rooms as of {@code version}; replaces whatever the client had. */
    record Snapshot(long version, List<RoomView> rooms) implements OfRooms {
        public Snapshot {
            rooms = List.copyOf(rooms);
        }
    }

    /** A room is new or changed. */
    record RoomChanged(long version, RoomView room) implements OfRooms {}

    /** A room is gone from the list: closed, or now private. */
    record RoomGone(long version, RoomId id) implements OfRooms {}

    /** Who is online, the reader included; replaces whatever the client had. */
    record Players(List<PlayerView> players) implements FeedMessage {
        public Players {
            players = List.copyOf(players);
        }
    }

    /**
     * @param players new, or changed in name or availability
     * @param gone no longer online
     */
    record PlayersChanged(List<PlayerView> players, List<PlayerId> gone) implements FeedMessage {
        public PlayersChanged {
            players = List.copyOf(players);
            gone = List.copyOf(gone);
        }
    }

    /** The pending invitations from and to the reader; replaces whatever the client had. */
    record Invitations(List<InvitationView> invitations) implements FeedMessage {
        public Invitations {
            invitations = List.copyOf(invitations);
        }
    }

    /** An invitation from or to the reader is new or has changed its state. */
    record InvitationChanged(InvitationView invitation) implements FeedMessage {}
}
