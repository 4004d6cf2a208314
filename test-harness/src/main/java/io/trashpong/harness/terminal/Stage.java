package io.trashpong.harness.terminal;

import io.trashpong.harness.client.Answer;
import io.trashpong.harness.client.FeedListener;
import io.trashpong.harness.client.LiveFeed;
import io.trashpong.harness.client.RoomClient;
import io.trashpong.harness.client.RoomListener;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.Trust;
import io.trashpong.harness.client.User;
import io.trashpong.harness.terminal.scene.Endings;
import io.trashpong.harness.terminal.scene.Errand;
import io.trashpong.harness.terminal.scene.LobbyNews;
import io.trashpong.harness.terminal.scene.Scene;
import io.trashpong.harness.terminal.scene.Step;
import io.trashpong.harness.terminal.scene.Table;
import io.trashpong.harness.terminal.scene.TableNews;
import io.trashpong.harness.terminal.view.Line;
import io.trashpong.harness.terminal.view.Refusals;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.feed.FeedMessage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the player is: logged in or not, in the lobby, at a table. The scene is changed on one event loop only, on which feed and
 * table are heard too; the thread that reads commands sees the newest and hands changes over.
 */
final class Stage implements AutoCloseable {
    private static final long GOODBYE_MILLIS = 1_000;
    private static final long ENTRANCE_MILLIS = 2_000;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final URI origin;
    private final Trust trust;
    private final Console console;
    private volatile @Nullable Scene scene;
    private volatile @Nullable User user;
    private @Nullable LiveFeed feed;
    private @Nullable RoomClient room;
    private @Nullable AtTable atTable;
    private boolean lobbyLost;

    Stage(URI origin, Trust trust, Console console) {
        this.origin = origin;
        this.trust = trust;
        this.console = console;
    }

    URI origin() {
        return origin;
    }

    Trust trust() {
        return trust;
    }

    Optional<Scene> scene() {
        return Optional.ofNullable(scene);
    }

    Optional<User> user() {
        return Optional.ofNullable(user);
    }

    /** Somebody has logged in; returns when he sees the lobby and is seen there, or after two seconds. */
    void enter(User entered) {
        user = entered;
        var lobby = new Lobby();
        onLoop(() -> {
            scene = Scene.of(entered.player());
            lobbyLost = false;
            feed = LiveFeed.open(vertx, trust, entered, lobby);
        });
        lobby.seen
                .completeOnTimeout(null, ENTRANCE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    /** He is no longer logged in; his table is to be left before. */
    void leave() {
        User leaving = user;
        user = null;
        onLoop(() -> {
            scene = null;
            if (feed != null) {
                feed.close();
                feed = null;
            }
            if (room != null) {
                room.close();
                room = null;
            }
        });
        if (leaving != null) {
            leaving.close();
        }
    }

    void change(UnaryOperator<Scene> change) {
        onLoop(() -> {
            if (scene != null) {
                scene = change.apply(scene);
            }
        });
    }

    /** Goes to a seat that the lobby gave. A table where he waited until now is no longer his. */
    void sit(SeatGrant grant) {
        onLoop(() -> {
            if (scene == null) {
                return;
            }
            Table before = scene.table();
            RoomId id = grant.room().id();
            if (before != null && before.room().equals(id) && room != null) {
                return;
            }
            if (room != null) {
                room.close();
            }
            scene = scene.withTable(
                    Table.of(id, grant.room().title(), grant.room().game(), grant.seat()));
            atTable = new AtTable(id);
            room = RoomClient.open(vertx, () -> origin, trust, grant, atTable);
        });
    }

    void send(ClientMessage message) {
        onLoop(() -> {
            if (room != null) {
                room.send(message);
            }
        });
    }

    /** Gives the seat up; returns when the relay has heard it, or after a second. */
    void leaveTable() {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        onLoop(() -> {
            if (room == null || atTable == null || scene == null) {
                gone.complete(null);
                return;
            }
            var _ = atTable.ended.thenRun(() -> gone.complete(null));
            room.send(new ClientMessage.Leave());
            scene = scene.withTable(null);
            room = null;
        });
        gone.completeOnTimeout(null, GOODBYE_MILLIS, TimeUnit.MILLISECONDS).join();
    }

    @Override
    public void close() {
        leave();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void apply(Step step) {
        scene = step.scene();
        step.lines().forEach(console::say);
        for (Errand errand : step.errands()) {
            switch (errand) {
                case Errand.Send(ClientMessage message) -> {
                    if (room != null) {
                        room.send(message);
                    }
                }
                case Errand.GoTo(RoomId id) -> Thread.startVirtualThread(() -> goTo(id));
            }
        }
    }

    private void goTo(RoomId id) {
        User going = user;
        if (going == null) {
            return;
        }
        try {
            switch (going.takeSeat(id, null)) {
                case Answer.Granted<SeatGrant>(int _, SeatGrant grant) -> sit(grant);
                case Answer.Refused<SeatGrant> refused -> console.say(Refusals.of(refused));
            }
        } catch (UncheckedIOException away) {
            console.say(Shell.AWAY);
        }
    }

    /** Runs it on the loop and waits for its end. */
    private void onLoop(Runnable task) {
        if (loop.equals(Vertx.currentContext())) {
            task.run();
            return;
        }
        var done = new CompletableFuture<Void>();
        loop.runOnContext(_ -> {
            try {
                task.run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.join();
    }

    private final class Lobby implements FeedListener {
        private final CompletableFuture<Void> seen = new CompletableFuture<>();
        private boolean welcomed;

        @Override
        public void received(FeedMessage message) {
            if (scene == null) {
                return;
            }
            if (lobbyLost) {
                lobbyLost = false;
                console.say(Line.trouble("The lobby is back."));
            }
            apply(LobbyNews.hear(scene, message));
            // The last of what comes first; that he is online himself may come a moment later.
            welcomed |= message instanceof FeedMessage.Invitations;
            if (welcomed && scene.online().containsKey(scene.me().id())) {
                seen.complete(null);
            }
        }

        @Override
        public void lost() {
            if (scene != null && !lobbyLost) {
                lobbyLost = true;
                console.say(Line.trouble("The lobby does not answer; it is tried again until it does."));
            }
        }

        @Override
        public void ended() {
            if (scene != null) {
                console.say(Line.trouble("The lobby no longer takes this login: log in again."));
            }
        }
    }

    /** Hears one table; what comes from it after the player has gone to another is nobody's. */
    private final class AtTable implements RoomListener {
        private final RoomId id;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        AtTable(RoomId id) {
            this.id = id;
        }

        @Override
        public void received(ServerMessage message) {
            Table table = table();
            if (table != null && scene != null) {
                apply(TableNews.hear(scene, table, message));
            }
        }

        @Override
        public void lost(int code) {
            Table table = table();
            if (table != null && scene != null && table.reached()) {
                scene = scene.withTable(table.withReached(false));
                console.say(Line.trouble("The connection to the table is lost; it is taken up again by itself."));
            }
        }

        @Override
        public void ended(int code) {
            ended.complete(null);
            if (table() != null && scene != null) {
                scene = scene.withTable(null);
                room = null;
                console.say(Endings.of(code));
            }
        }

        private @Nullable Table table() {
            Table table = scene == null ? null : scene.table();
            return table != null && table.room().equals(id) ? table : null;
        }
    }
}
