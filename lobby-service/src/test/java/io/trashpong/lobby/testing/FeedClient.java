package io.trashpong.lobby.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.contract.FrameCheck;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.Subprotocol;
import io.trashpong.protocol.feed.InvitationView;
import io.trashpong.protocol.feed.PlayerView;
import io.trashpong.protocol.feed.RoomView;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader of {@code /ws/lobby}. */
public final class FeedClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final FrameCheck FRAMES = FrameCheck.load();

    private final List<String> undocumented = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final FeedMirror mirror = new FeedMirror();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> socket;

    private FeedClient(WebSocket.Builder builder, String token) {
        var carrier = URLEncoder.encode(Subprotocol.TOKEN_PREFIX + token, UTF_8).replace("+", "%20");
        socket = builder.subprotocols(Subprotocol.TRASHPONG_V1, carrier)
                .buildAsync(URI.create(TestPlayer.lobby("/ws/lobby").toString().replaceFirst("http", "ws")), this);
    }

    public static FeedClient open(String token) {
        return new FeedClient(HTTP.newWebSocketBuilder(), token);
    }

    public static FeedClient openFrom(String origin, String token) {
        return new FeedClient(HTTP.newWebSocketBuilder().header("Origin", origin), token);
    }

    public WebSocket socket() {
        return socket.join();
    }

    /** Done with the close code. */
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    public Map<String, RoomView> rooms() {
        return mirror.rooms();
    }

    public Map<PlayerId, PlayerView> players() {
        return mirror.players();
    }

    public Map<InvitationId, InvitationView> invitations() {
        return mirror.invitations();
    }

    public long version() {
        return mirror.version();
    }

    public List<String> faults() {
        return mirror.faults();
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            undocumented.addAll(FRAMES.faults(FrameCheck.Sender.FEED, text.toString()));
            mirror.receive(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    /** Fails when a frame came that {@code docs/asyncapi.yaml} does not have. */
    @Override
    public void close() {
        socket().abort();
        assertEquals(List.of(), undocumented);
    }
}
