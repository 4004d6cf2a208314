package io.trashpong.lobby.feed;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.trashpong.protocol.CloseCode;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One open feed. The platform buffers without bound for a client that does not read, so what is unfinished is counted here.
 * Used on the feed's event loop, except that sends end on any.
 */
final class FeedReader {
    /** Deltas that may wait for a client, in characters; the first snapshot, as large as the list is, comes on top. */
    static final int MAX_WAITING = 256 * 1024;

    private final WebSocketConnection connection;
    private final AtomicInteger waiting = new AtomicInteger();

    FeedReader(WebSocketConnection connection) {
        this.connection = connection;
    }

    String id() {
        return connection.id();
    }

    void sendSnapshot(String text) {
        send(text, 0);
    }

    /** Whether the delta was taken; if not, the client is too slow and has to go. */
    boolean sendDelta(String text) {
        if (waiting.get() + text.length() > MAX_WAITING) {
            return false;
        }
        send(text, text.length());
        return true;
    }

    void close(CloseCode code) {
        connection.close(new CloseReason(code.code())).subscribe().with(closed -> {}, failure -> {});
    }

    private void send(String text, int counted) {
        waiting.addAndGet(counted);
        connection
                .sendText(text)
                .subscribe()
                .with(
                        sent -> waiting.addAndGet(-counted),
                        failure ->
                                // The connection broke; that it closed is told apart from this.
                                waiting.addAndGet(-counted));
    }
}
