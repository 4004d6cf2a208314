package io.trashpong.lobby.feed;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.Player;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One open feed. The platform buffers without bound for a client that does not read, so what is unfinished is counted here.
 * Used on the feed's event loop, except that sends end on any.
 */
final class FeedReader {
    /** Deltas that may wait for a client, in characters; the first snapshot, as large as the list is, comes on top. */
    static final int MAX_WAITING = 256 * 1024;

    private final Player player;
    private final FeedLine line;
    private final AtomicInteger waiting = new AtomicInteger();

    FeedReader(Player player, FeedLine line) {
        this.player = player;
        this.line = line;
    }

    String id() {
        return line.id();
    }

    Player player() {
        return player;
    }

    void sendSnapshot(String text) {
        send(text, 0);
    }

    /** Whether all deltas were taken; if not, the client is too slow and has to go. */
    boolean sendDeltas(List<String> texts) {
        for (String text : texts) {
            if (waiting.get() + text.length() > MAX_WAITING) {
                return false;
            }
            send(text, text.length());
        }
        return true;
    }

    /** Never fails: who is gone needs not be told. */
    Uni<Void> close(CloseCode code) {
        return line.close(code).onFailure().recoverWithNull();
    }

    private void send(String text, int counted) {
        waiting.addAndGet(counted);
        line.send(text)
                .subscribe()
                .with(
                        sent -> waiting.addAndGet(-counted),
                        failure ->
                                // The connection broke; that it closed is told apart from this.
                                waiting.addAndGet(-counted));
    }
}
