package io.trashpong.lobby.presence;

import io.trashpong.bus.Bus;
import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who is online: who has a feed open at any replica. Each replica tells the others of its own players, when they change and
 * every few seconds all of them, so that a lost message is repaired by the next; a replica that the bus hears no more takes
 * its players with it. All of it runs on one event loop; {@link #online} may be read from any thread.
 */
@Singleton
public class Presence {
    /** Changes within this time are one change to those who listen. */
    static final long SETTLE_MILLIS = 100;
    /** Who closes his last feed is online for so long: a page that is loaded again, a move to another replica. */
    static final long GRACE_MILLIS = 2_000;

    static final long REPEAT_MILLIS = 5_000;
    static final long CHECK_MILLIS = 1_000;
    /**
     * Checks in a row that find a replica silent by the bus, after which its players go. One that was only slow tells of them
     * again within {@link #REPEAT_MILLIS}.
     */
    static final int MAX_SILENT_CHECKS = 3;

    private static final String SERVICE = "lobby";

    private final Bus bus;
    private final Vertx vertx;
    private final Context loop;
    private final PresenceWire wire;
    private final OnlinePlayers players = new OnlinePlayers();
    private final Map<PlayerId, Integer> openFeeds = new HashMap<>();
    private final Map<ReplicaId, Integer> silentChecks = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Long> timers = new ArrayList<>();
    private boolean settling;
    private volatile Map<PlayerId, Player> online = Map.of();

    Presence(Bus bus, Vertx vertx) {
        this.bus = bus;
        this.vertx = vertx;
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        this.wire = new PresenceWire(bus, new Desk());
    }

    public void start() {
        loop.runOnContext(turn -> {
            timers.add(vertx.setPeriodic(REPEAT_MILLIS, timer -> tellAllPages()));
            timers.add(vertx.setPeriodic(CHECK_MILLIS, timer -> checkReplicas()));
        });
    }

    public void stop() {
        loop.runOnContext(turn -> timers.forEach(vertx::cancelTimer));
    }

    /** Told on the event loop after {@link #online} changed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Everybody who is online, as this replica knows it. */
    public Map<PlayerId, Player> online() {
        return online;
    }

    public Optional<Player> find(PlayerId player) {
        return Optional.ofNullable(online.get(player));
    }

    /** A feed of his is open. */
    public void arrived(Player player) {
        loop.runOnContext(turn -> {
            openFeeds.merge(player.id(), 1, Integer::sum);
            players.add(bus.self(), player);
            tellPage(OnlinePlayers.pageOf(player.id()));
            settle();
        });
    }

    /** He has another name, at this replica if he is online here; the others learn it by themselves. */
    public void renamed(Player player) {
        loop.runOnContext(turn -> {
            if (openFeeds.containsKey(player.id())) {
                players.add(bus.self(), player);
                tellPage(OnlinePlayers.pageOf(player.id()));
                settle();
            }
        });
    }

    /** A feed of his was closed. */
    public void left(PlayerId player) {
        loop.runOnContext(turn -> {
            openFeeds.computeIfPresent(player, (id, feeds) -> feeds > 1 ? feeds - 1 : null);
            if (!openFeeds.containsKey(player)) {
                vertx.setTimer(GRACE_MILLIS, timer -> goOffline(player));
            }
        });
    }

    private void goOffline(PlayerId player) {
        if (!openFeeds.containsKey(player)) {
            players.remove(bus.self(), player);
            tellPage(OnlinePlayers.pageOf(player));
            settle();
        }
    }

    private void tellPage(int page) {
        wire.broadcast(new PresenceNews.Page(page, mine(page)));
    }

    private void tellAllPages() {
        for (int page = 0; page < OnlinePlayers.PAGES; page++) {
            tellPage(page);
        }
    }

    private List<Player> mine(int page) {
        var all = players.list(bus.self(), page);
        return all.subList(0, Math.min(all.size(), PresenceNews.Page.MAX_PLAYERS));
    }

    private void checkReplicas() {
        if (!bus.isListening()) {
            // Deaf, so nobody's silence says anything.
            return;
        }
        var alive = bus.listAlive(SERVICE);
        for (ReplicaId replica : players.listReplicas()) {
            if (replica.equals(bus.self()) || alive.contains(replica)) {
                silentChecks.remove(replica);
            } else if (silentChecks.merge(replica, 1, Integer::sum) >= MAX_SILENT_CHECKS) {
                drop(replica);
            }
        }
    }

    private void drop(ReplicaId replica) {
        silentChecks.remove(replica);
        players.drop(replica);
        settle();
    }

    private void settle() {
        if (!settling) {
            settling = true;
            vertx.setTimer(SETTLE_MILLIS, timer -> {
                settling = false;
                var now = players.all();
                if (!now.equals(online)) {
                    online = now;
                    listeners.forEach(Runnable::run);
                }
            });
        }
    }

    /** Told on the bus's event loop. */
    private final class Desk implements PresenceWire.Desk {
        @Override
        public void received(ReplicaId from, PresenceNews news) {
            loop.runOnContext(turn -> {
                switch (news) {
                    case PresenceNews.Hello hello -> {
                        for (int page = 0; page < OnlinePlayers.PAGES; page++) {
                            wire.send(from, new PresenceNews.Page(page, mine(page)));
                        }
                    }
                    case PresenceNews.Page(int page, List<Player> told) -> {
                        players.replace(from, page, told);
                        settle();
                    }
                }
            });
        }

        @Override
        public void listening() {
            wire.broadcast(new PresenceNews.Hello());
            loop.runOnContext(turn -> tellAllPages());
        }
    }
}
