package io.trashpong.lobby.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.Subprotocol;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.RoomView;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A reader of {@code /ws/lobby} that keeps the list as a browser does, and every fault it sees. */
public final class FeedClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final StringBuilder text = new StringBuilder();
    private final Map<String, RoomView> rooms = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> socket;
    private long version = -1;

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

    public synchronized Map<String, RoomView> rooms() {
        return Map.copyOf(rooms);
    }

    public synchronized long version() {
        return version;
    }

    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            apply(TextFrame.decodeFeed(text.toString()));
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

    @Override
    public void close() {
        socket().abort();
    }

    private void apply(FeedMessage message) {
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
}
