package io.trashpong.lobby.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.config.LobbyConfig;
import io.trashpong.lobby.feed.FeedTables.Changes;
import io.trashpong.lobby.player.PlayerChange;
import io.trashpong.lobby.player.RecentChanges;
import io.trashpong.lobby.presence.Presence;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.PlayerView;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what this replica shows of the lobby, and its readers. Both are changed on one event loop only, so that a reader gets
 * all there is and then every later change, none missing and none doubled.
 */
@Singleton
public class LobbyFeed {
    private static final Logger LOG = Logger.getLogger(LobbyFeed.class);

    private final FeedTables tables;
    private final Presence presence;
    private final RecentChanges recent;
    private final Context loop;
    private final long rememberedNanos;
    private final FeedReaders readers;
    private final PlayerList players = new PlayerList();
    private final CompletableFuture<Void> firstRead = new CompletableFuture<>();

    private PublicRooms rooms = new PublicRooms();
    private BusyPlayers busy = new BusyPlayers();
    private OpenInvitations invitations = new OpenInvitations();
    private long playerVersion;
    private long lastReadAt = System.nanoTime();
    private boolean reading;
    private boolean lookAgain;
    private boolean ending;
    private @Nullable String roomsText;
    private @Nullable String playersText;

    LobbyFeed(
            FeedTables tables,
            Presence presence,
            RecentChanges recent,
            Vertx vertx,
            MeterRegistry meters,
            LobbyConfig config) {
        this.tables = tables;
        this.presence = presence;
        this.recent = recent;
        // Half of it, for a read that is slow or a clock that is off.
        this.rememberedNanos = config.lobby().tombstoneTtl().toNanos() / 2;
        // An event loop context of its own: the caller's may be a request's.
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        this.readers = new FeedReaders(meters);
        presence.onChange(() -> loop.runOnContext(turn -> showPlayers()));
    }

    /** Something may have changed: read it. Returns at once; calls while a read is under way are one more read. */
    void look() {
        loop.runOnContext(turn -> read());
    }

    /** Completes once the lists are known. */
    CompletableFuture<Void> firstRead() {
        return firstRead;
    }

    /** Who is online, and free or busy, as the readers were told; in no order. May be called on any thread. */
    public Collection<PlayerView> players() {
        return players.players();
    }

    void add(FeedReader reader) {
        loop.runOnContext(turn -> {
            if (ending) {
                forget(reader.close(CloseCode.SERVICE_RESTART));
                return;
            }
            var player = recent.now(reader.player());
            if (player.isEmpty()) {
                // Deleted since his token was checked.
                forget(reader.close(CloseCode.TOKEN_BAD_OR_EXPIRED));
                return;
            }
            readers.add(reader);
            presence.arrived(player.get());
            reader.sendSnapshot(roomsText());
            reader.sendSnapshot(playersText());
            reader.sendSnapshot(
                    TextFrame.encode(invitations.snapshotFor(reader.player().id())));
        });
    }

    void remove(FeedReader reader) {
        // On the loop, so that he never leaves before he has arrived.
        loop.runOnContext(turn -> {
            readers.remove(reader.id());
            presence.left(reader.player().id());
        });
    }

    /** Tells all readers, and who still comes, to come back to another replica; completes once they were told. */
    Uni<Void> end() {
        return Uni.createFrom()
                .<Void>emitter(told -> loop.runOnContext(turn -> {
                    ending = true;
                    readers.closeAll().subscribe().with(told::complete, told::fail);
                }));
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
        tables.read(rooms.version(), invitations.version(), playerVersion)
                .emitOn(task -> loop.runOnContext(turn -> task.run()))
                .subscribe()
                .with(this::apply, this::putOff);
    }

    /** Cut off for so long that ends of rooms may have been forgotten: no delta can make the lists right again. */
    private void beginAnew() {
        LOG.warn("the lists are too old and begin anew");
        forget(readers.closeAll());
        rooms = new PublicRooms();
        busy = new BusyPlayers();
        invitations = new OpenInvitations();
        roomsText = null;
    }

    private void apply(Changes changes) {
        reading = false;
        lastReadAt = System.nanoTime();
        changes.players().forEach(this::learn);
        var news = rooms.apply(changes.rooms());
        if (!news.isEmpty()) {
            roomsText = null;
            readers.tellAll(news);
        }
        busy.apply(changes.rooms());
        showPlayers();
        invitations.apply(changes.invitations()).forEach(invitation -> {
            var message = List.<FeedMessage>of(new FeedMessage.InvitationChanged(invitation.view()));
            readers.tell(reader -> invitation.concerns(reader.player().id()), message);
        });
        if (lookAgain || changes.hasMore()) {
            lookAgain = false;
            read();
        } else {
            firstRead.complete(null);
        }
    }

    private void learn(PlayerChange change) {
        playerVersion = change.version();
        recent.learn(change);
        switch (change) {
            case PlayerChange.Deleted deleted -> readers.closeAllOf(deleted.player());
            case PlayerChange.Renamed renamed -> presence.renamed(renamed.player());
        }
    }

    /** The poll looks again within seconds. */
    private void putOff(Throwable failure) {
        reading = false;
        lookAgain = false;
        LOG.warnf("the lists can't be read now: %s", failure.getClass().getSimpleName());
    }

    private void showPlayers() {
        players.update(presence.online(), busy.list()).ifPresent(changed -> {
            playersText = null;
            readers.tellAll(List.of(changed));
        });
    }

    private String roomsText() {
        if (roomsText == null) {
            roomsText = TextFrame.encode(rooms.snapshot());
        }
        return roomsText;
    }

    private String playersText() {
        if (playersText == null) {
            playersText = TextFrame.encode(players.snapshot());
        }
        return playersText;
    }

    private static void forget(Uni<Void> closing) {
        closing.subscribe().with(closed -> {}, failure -> {});
    }
}
