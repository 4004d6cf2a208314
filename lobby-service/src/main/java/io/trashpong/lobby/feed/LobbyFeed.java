package io.trashpong.lobby.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.trashpong.lobby.config.LobbyConfig;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomQueries;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.feed.FeedMessage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this replica's list of public rooms and its readers. Both are changed on one event loop only, so that a reader gets a
 * snapshot and then every later delta, none missing and none doubled.
 */
@Singleton
class LobbyFeed {
    private static final Logger LOG = Logger.getLogger(LobbyFeed.class);
    private static final int MAX_ROOMS_A_READ = 500;
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    private final RoomQueries queries;
    private final Context loop;
    private final Counter tooSlow;
    private final long rememberedNanos;
    private final Map<String, FeedReader> readers = new HashMap<>();
    private final CompletableFuture<Void> firstRead = new CompletableFuture<>();

    private PublicRooms rooms = new PublicRooms();
    private long lastReadAt = System.nanoTime();
    private boolean reading;
    private boolean lookAgain;
    private @Nullable String snapshot;

    LobbyFeed(RoomQueries queries, Vertx vertx, MeterRegistry meters, LobbyConfig config) {
        this.queries = queries;
        // Half of it, for a read that is slow or a clock that is off.
        this.rememberedNanos = config.lobby().tombstoneTtl().toNanos() / 2;
        // An event loop context of its own: the caller's may be a request's.
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        this.tooSlow = meters.counter("trashpong.lobby.feed.too.slow");
        meters.gaugeMapSize("trashpong.lobby.feed.readers", List.of(), readers);
    }

    /** Something may have changed: read it. Returns at once; calls while a read is under way are one more read. */
    void look() {
        loop.runOnContext(turn -> read());
    }

    /** Completes once the list is known. */
    CompletableFuture<Void> firstRead() {
        return firstRead;
    }

    void add(FeedReader reader) {
        loop.runOnContext(turn -> {
            readers.put(reader.id(), reader);
            reader.sendSnapshot(snapshot());
        });
    }

    void remove(String readerId) {
        loop.runOnContext(turn -> readers.remove(readerId));
    }

    /** Tells all readers to come back, to another replica. */
    void closeAll() {
        loop.runOnContext(turn -> {
            readers.values().forEach(reader -> reader.close(CloseCode.SERVICE_RESTART));
            readers.clear();
        });
    }

    private void read() {
        if (reading) {
            lookAgain = true;
            return;
        }
        reading = true;
        if (System.nanoTime() - lastReadAt > rememberedNanos) {
            beginAnew();
        }
        queries.listChangedSince(rooms.version(), MAX_ROOMS_A_READ)
                .ifNoItem()
                .after(READ_TIMEOUT)
                .fail()
                .emitOn(task -> loop.runOnContext(turn -> task.run()))
                .subscribe()
                .with(this::apply, this::putOff);
    }

    /** Cut off for so long that ends of rooms may have been forgotten: no delta can make this list right again. */
    private void beginAnew() {
        LOG.warn("the room list is too old and begins anew");
        readers.values().forEach(reader -> reader.close(CloseCode.SERVICE_RESTART));
        readers.clear();
        rooms = new PublicRooms();
        snapshot = null;
    }

    private void apply(List<Room> changed) {
        reading = false;
        lastReadAt = System.nanoTime();
        var news = rooms.apply(changed);
        if (!news.isEmpty()) {
            snapshot = null;
            tell(news);
        }
        if (lookAgain || changed.size() == MAX_ROOMS_A_READ) {
            lookAgain = false;
            read();
        } else {
            firstRead.complete(null);
        }
    }

    /** The poll looks again within seconds. */
    private void putOff(Throwable failure) {
        reading = false;
        lookAgain = false;
        LOG.warnf("the room list can't be read now: %s", failure.getClass().getSimpleName());
    }

    private void tell(List<FeedMessage> news) {
        var texts = news.stream().map(TextFrame::encode).toList();
        readers.values().removeIf(reader -> {
            if (texts.stream().allMatch(reader::sendDelta)) {
                return false;
            }
            tooSlow.increment();
            LOG.infof("feed closed connection=%s reason=too-slow", reader.id());
            reader.close(CloseCode.TOO_SLOW);
            return true;
        });
    }

    private String snapshot() {
        if (snapshot == null) {
            snapshot = TextFrame.encode(rooms.snapshot());
        }
        return snapshot;
    }
}
