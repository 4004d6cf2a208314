package io.trashpong.harness.client;

import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.RoomView;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lobby's public rooms, kept up to date by its feed. Readable from any thread. */
public final class LobbyFeed implements AutoCloseable {
    private final Map<RoomId, RoomView> rooms = new ConcurrentHashMap<>();
    private final WebSocket socket;
    private long version = -1;

    private LobbyFeed(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(text -> apply(TextFrame.decodeFeed(text)));
    }

    public static Future<LobbyFeed> open(Vertx vertx, User user) {
        return open(vertx, user.origin(), user);
    }

    /** @param origin the gateway's address, or a lobby's own */
    public static Future<LobbyFeed> open(Vertx vertx, URI origin, User user) {
        return SocketOptions.client(vertx, Trust.MACHINE)
                .connect(SocketOptions.of(origin, "/ws/lobby", user.token()))
                .map(LobbyFeed::new);
    }

    public List<RoomView> rooms() {
        return List.copyOf(rooms.values());
    }

    /** False once the lobby has closed it, or the connection is lost. */
    public boolean isOpen() {
        return !socket.isClosed();
    }

    @Override
    public void close() {
        var _ = socket.close();
    }

    private void apply(FeedMessage message) {
        switch (message) {
            case FeedMessage.Snapshot snapshot -> {
                rooms.clear();
                snapshot.rooms().forEach(room -> rooms.put(room.id(), room));
                version = snapshot.version();
            }
            case FeedMessage.RoomChanged(long at, RoomView room)
            when at > version -> {
                rooms.put(room.id(), room);
                version = at;
            }
            case FeedMessage.RoomGone(long at, RoomId id)
            when at > version -> {
                rooms.remove(id);
                version = at;
            }
            case FeedMessage.RoomChanged _, FeedMessage.RoomGone _ -> {}
            case FeedMessage.Players _,
                    FeedMessage.PlayersChanged _,
                    FeedMessage.Invitations _,
                    FeedMessage.InvitationChanged _ -> {}
        }
    }
}
