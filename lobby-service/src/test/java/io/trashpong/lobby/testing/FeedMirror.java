package io.trashpong.lobby.testing;

import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.PlayerView;
import io.trashpong.protocol.feed.RoomView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reader of the feed knows, kept as a browser keeps it, and every fault he sees. */
public final class FeedMirror {
    private final Map<String, RoomView> rooms = new TreeMap<>();
    private final Map<PlayerId, PlayerView> players = new HashMap<>();
    private final Map<InvitationId, InvitationView> invitations = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long version = -1;

    public synchronized void receive(String text) {
        switch (TextFrame.decodeFeed(text)) {
            case FeedMessage.OfRooms ofRooms -> apply(ofRooms);
            case FeedMessage.Players(var online) -> {
                players.clear();
                online.forEach(player -> players.put(player.id(), player));
            }
            case FeedMessage.PlayersChanged(var online, var gone) -> {
                online.forEach(player -> players.put(player.id(), player));
                gone.forEach(players::remove);
            }
            case FeedMessage.Invitations(var pending) ->
                pending.forEach(invitation -> invitations.put(invitation.id(), invitation));
            case FeedMessage.InvitationChanged(var changed) -> invitations.put(changed.id(), changed);
        }
    }

    private void apply(FeedMessage.OfRooms message) {
        switch (message) {
            case FeedMessage.Snapshot snapshot -> {
                if (version >= 0) {
                    faults.add("a second snapshot");
                }
                snapshot.rooms().forEach(room -> rooms.put(room.id().value(), room));
            }
            case FeedMessage.RoomChanged(long newer, RoomView room) -> {
                if (newer <= version) {
                    faults.add("room %d after %d".formatted(newer, version));
                }
                rooms.put(room.id().value(), room);
            }
            case FeedMessage.RoomGone(long newer, RoomId id) -> {
                if (newer <= version || rooms.remove(id.value()) == null) {
                    faults.add("room-gone %d after %d".formatted(newer, version));
                }
            }
        }
        version = message.version();
    }

    public synchronized Map<String, RoomView> rooms() {
        return Map.copyOf(rooms);
    }

    public synchronized Map<PlayerId, PlayerView> players() {
        return Map.copyOf(players);
    }

    /** As last heard of, whatever their state. */
    public synchronized Map<InvitationId, InvitationView> invitations() {
        return Map.copyOf(invitations);
    }

    public synchronized long version() {
        return version;
    }

    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }
}
