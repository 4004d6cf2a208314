package io.trashpong.lobby.feed;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.CloseCode;

/** A {@link FeedLine} over a WebSocket. */
record SocketLine(WebSocketConnection connection) implements FeedLine {
    @Override
    public String id() {
        return connection.id();
    }

    @Override
    public Uni<Void> send(String text) {
        return connection.sendText(text);
    }

    @Override
    public Uni<Void> close(CloseCode code) {
        return connection.close(new CloseReason(code.code()));
    }
}
