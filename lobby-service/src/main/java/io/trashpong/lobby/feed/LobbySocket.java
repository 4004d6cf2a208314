package io.trashpong.lobby.feed;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.eventlog.EventLog;
import io.trashpong.lobby.token.Caller;
import io.trashpong.protocol.CloseCode;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * {@code /ws/lobby}. The token is checked when the feed is opened; the feed shows what is public and outlives it.
 */
@WebSocket(path = "/ws/lobby")
@Authenticated
@ApplicationScoped
public class LobbySocket {
    private static final Logger LOG = Logger.getLogger(LobbySocket.class);
    private static final TypedKey<FeedReader> READER = new TypedKey<>("reader");
    private static final String FORWARDED = "X-Forwarded-For";
    private static final CloseReason NOTHING_TO_SAY = new CloseReason(CloseCode.POLICY_VIOLATION.code());

    private final LobbyFeed feed;
    private final Sources sources;
    private final SecurityIdentity identity;

    LobbySocket(LobbyFeed feed, Sources sources, SecurityIdentity identity) {
        this.feed = feed;
        this.sources = sources;
        this.identity = identity;
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        var player = Caller.of(identity);
        var request = connection.handshakeRequest();
        var source = sources.of(request.remoteAddress(), request.headers(FORWARDED));
        EventLog.connected(connection.id(), player.id(), source);
        var reader = new FeedReader(player, new SocketLine(connection));
        connection.userData().put(READER, reader);
        feed.add(reader);
    }

    @OnTextMessage
    @NonBlocking
    Uni<Void> text(String message, WebSocketConnection connection) {
        return connection.close(NOTHING_TO_SAY);
    }

    @OnBinaryMessage
    @NonBlocking
    Uni<Void> binary(Buffer message, WebSocketConnection connection) {
        return connection.close(NOTHING_TO_SAY);
    }

    @OnError
    @NonBlocking
    Uni<Void> error(Throwable failure, WebSocketConnection connection) {
        LOG.infof(
                "feed failed connection=%s failure=%s",
                connection.id(), failure.getClass().getSimpleName());
        return connection.close(new CloseReason(CloseCode.INTERNAL_ERROR.code()));
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection, CloseReason reason) {
        EventLog.disconnected(connection.id(), reason.getCode());
        var reader = connection.userData().get(READER);
        if (reader != null) {
            feed.remove(reader);
        }
    }
}
