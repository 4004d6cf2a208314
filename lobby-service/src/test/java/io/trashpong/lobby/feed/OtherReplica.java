package io.trashpong.lobby.feed;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.trashpong.bus.Bus;
import io.trashpong.bus.BusConfig;
import io.trashpong.bus.BusSecrets;
import io.trashpong.bus.PgBus;
import io.trashpong.bus.ReplicaId;
import io.trashpong.lobby.config.LobbyConfig;
import io.trashpong.lobby.player.RecentChanges;
import io.trashpong.lobby.presence.OtherPresence;
import io.trashpong.lobby.presence.Presence;
import io.trashpong.lobby.testing.FeedMirror;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.Player;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A second lobby replica in this process: a bus, a presence and a feed of its own over the same Postgres. */
final class OtherReplica implements AutoCloseable {
    private static final String ROLE = "trashpong_lobby";

    private final Vertx vertx = Vertx.vertx();
    private final Bus bus;
    private final Presence presence;
    private final LobbyFeed feed;
    private final FeedBell bell;

    OtherReplica(FeedTables tables, LobbyConfig config) {
        var secrets = BusSecrets.of(config.busSecret(), config.busSecretOther());
        bus = PgBus.create(vertx, new BusConfig(ReplicaId.createFor("lobby"), config.dbUrl(), ROLE, ROLE, secrets));
        presence = OtherPresence.on(bus, vertx);
        feed = new LobbyFeed(tables, presence, new RecentChanges(), vertx, new SimpleMeterRegistry(), config);
        bell = new FeedBell(feed, bus);
        presence.start();
        await(bus.start());
    }

    Reader open(Player player) {
        var reader = new Reader(player);
        feed.add(reader.reader);
        return reader;
    }

    void ring() {
        bell.ring();
    }

    void end() {
        feed.end().await().atMost(Duration.ofSeconds(5));
    }

    /** As a process that is killed: its connections break, and nothing is said. */
    @Override
    public void close() {
        await(vertx.close());
    }

    private static void await(Future<Void> future) {
        future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /** A reader of this replica's feed. */
    final class Reader implements FeedLine {
        private final FeedMirror mirror = new FeedMirror();
        private final CompletableFuture<CloseCode> closed = new CompletableFuture<>();
        private final FeedReader reader;

        private Reader(Player player) {
            reader = new FeedReader(player, this);
        }

        FeedMirror mirror() {
            return mirror;
        }

        CompletableFuture<CloseCode> closed() {
            return closed;
        }

        void leave() {
            feed.remove(reader);
        }

        @Override
        public String id() {
            return reader.player().id().value();
        }

        @Override
        public Uni<Void> send(String text) {
            mirror.receive(text);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> close(CloseCode code) {
            closed.complete(code);
            return Uni.createFrom().voidItem();
        }
    }
}
