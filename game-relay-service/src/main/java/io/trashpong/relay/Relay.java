package io.trashpong.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.trashpong.bus.Bus;
import io.trashpong.bus.BusConfig;
import io.trashpong.bus.BusSchema;
import io.trashpong.bus.DurableTopic;
import io.trashpong.bus.PgBus;
import io.trashpong.protocol.event.LobbyEvent;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.relay.clock.PgClock;
import io.trashpong.relay.edge.EdgeRooms;
import io.trashpong.relay.edge.PeerWatch;
import io.trashpong.relay.edge.Succession;
import io.trashpong.relay.edge.Switchboard;
import io.trashpong.relay.host.Drain;
import io.trashpong.relay.host.RoomHosts;
import io.trashpong.relay.host.RoomLoop;
import io.trashpong.relay.host.Tenure;
import io.trashpong.relay.lobby.LobbyEvents;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.ownership.Holdings;
import io.trashpong.relay.ownership.Lease;
import io.trashpong.relay.ownership.LeaseKeeper;
import io.trashpong.relay.ownership.LobbyWishes;
import io.trashpong.relay.ownership.Placement;
import io.trashpong.relay.ownership.RoomDirectory;
import io.trashpong.relay.ownership.Sweeper;
import io.trashpong.relay.room.Dice;
import io.trashpong.relay.socket.RoomUpgrade;
import io.trashpong.relay.store.RelaySchema;
import io.trashpong.relay.store.RoomStore;
import io.trashpong.relay.ticket.KeySet;
import io.trashpong.relay.ticket.TicketVerifier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One replica of the relay, whole but for its HTTP server. */
public final class Relay {
    private static final int POOL_SIZE = 8;
    private static final int POOL_MAX_WAITING = 10_000;
    private static final long LOOK_EVERY_MS = 50;
    /** So often it is looked whether every client has gone before the rest is closed: a second more than their spread. */
    private static final long MAX_LOOKS = (RoomUpgrade.DRAIN_SPREAD_MS + 1_000) / LOOK_EVERY_MS;

    private static final int CONNECT_MS = 2_000;
    /** For a connection out of the pool. */
    private static final int ACQUIRE_MS = 3_000;
    /** A connection that Postgres says nothing on for so long leads nowhere: what waits on it fails and is tried again. */
    private static final int SILENT_MS = 5_000;
    /** Postgres's own bounds, in milliseconds: a replica that stands still must not hold a room's row. */
    private static final Map<String, String> SERVER_LIMITS =
            Map.of("statement_timeout", "1500", "idle_in_transaction_session_timeout", "2000");

    private final Vertx vertx;
    private final Bus bus;
    private final List<Pool> pools;
    private final RoomUpgrade upgrade;
    private final RoomHosts hosts;
    private final LeaseKeeper keeper;
    private final Drain drain;
    private final RelayMeters meters;
    private final List<Runnable> whenStopped;

    private Relay(
            Vertx vertx,
            Bus bus,
            List<Pool> pools,
            RoomUpgrade upgrade,
            RoomHosts hosts,
            LeaseKeeper keeper,
            Drain drain,
            RelayMeters meters,
            List<Runnable> whenStopped) {
        this.vertx = vertx;
        this.bus = bus;
        this.pools = List.copyOf(pools);
        this.upgrade = upgrade;
        this.hosts = hosts;
        this.keeper = keeper;
        this.drain = drain;
        this.meters = meters;
        this.whenStopped = List.copyOf(whenStopped);
    }

    /** Migrates the schema, joins the bus, and is ready for {@link #upgrade}. */
    public static Future<Relay> start(Vertx vertx, RelayConfig config, MeterRegistry registry) {
        Pool postgres = pool(vertx, config, POOL_SIZE);
        var clock = PgClock.create();
        var patience = Patience.ofAStart(vertx);
        return patience.insist("the migration", () -> vertx.executeBlocking(() -> migrate(config.database())))
                .compose(_ -> patience.insist("reading Postgres's clock", () -> clock.start(vertx, postgres)))
                .compose(measuring -> RoomLoop.Group.start(
                                vertx, Runtime.getRuntime().availableProcessors())
                        .compose(loops -> wire(vertx, config, registry, postgres, clock, loops, measuring, patience)));
    }

    private static boolean migrate(BusConfig database) {
        BusSchema.migrate(database.url(), database.user(), database.password());
        RelaySchema.migrate(database);
        return true;
    }

    private static Future<Relay> wire(
            Vertx vertx,
            RelayConfig config,
            MeterRegistry registry,
            Pool postgres,
            PgClock clock,
            RoomLoop.Group loops,
            PgClock.Measuring measuring,
            Patience patience) {
        Bus bus = PgBus.create(vertx, config.database(), registry);
        DurableTopic events = bus.openDurable(RelayEvent.TOPIC);
        DurableTopic lobby = bus.openDurable(LobbyEvent.TOPIC);
        var meters = new RelayMeters(registry);
        var switchboard = new Switchboard(bus, clock, meters);
        var store = new RoomStore(postgres, events);
        var lease = new Lease(System::nanoTime, config.lease());
        var hosts = new RoomHosts(loops, clock, store, switchboard, meters, Dice.secure(), lease, config.stun());
        meters.countRooms(hosts::size);
        lease.onLost(meters::lostLease);
        lease.onLost(hosts::dropAll);
        var placement = new Placement(bus.self(), hosts::size);
        var directory = new RoomDirectory(vertx, postgres, bus.self(), events, placement, config.lease());
        var holdings = new Holdings(postgres, bus.self());
        var succession = new Succession(hosts, switchboard::send);
        EdgeRooms edges = switchboard.connect(loops, hosts, directory, holdings, lease, succession);
        var tenure = new Tenure(vertx, hosts, holdings);
        bus.onListening(tenure::check);
        Pool leases = pool(vertx, config, 1);
        var keeper = new LeaseKeeper(vertx, leases, bus.self(), config.lease(), lease, hosts::size);
        keeper.onLateRenewal(tenure::check);
        keeper.onPeers(placement::heard);
        keeper.onPeers(new PeerWatch(bus.self(), switchboard));
        var verifier = new TicketVerifier(new KeySet(vertx, config.authUrl()));
        var upgrade = new RoomUpgrade(
                vertx, config.origins(), config.trustedProxies(), verifier, edges, meters, config.times());
        var lobbyEvents = new LobbyEvents(new LobbyWishes(), events, switchboard);
        return bus.start()
                .compose(_ -> patience.insist("the first lease", keeper::start))
                .map(beating -> {
                    AutoCloseable subscription = lobby.consume(RelayConfig.SERVICE, lobbyEvents);
                    return new Relay(
                            vertx,
                            bus,
                            List.of(postgres, leases),
                            upgrade,
                            hosts,
                            keeper,
                            new Drain(vertx, hosts, holdings, placement, succession, meters),
                            meters,
                            List.of(
                                    measuring::stop,
                                    beating,
                                    tenure.start(),
                                    new Sweeper(vertx, postgres, bus.self(), events, config.lease()).start(),
                                    () -> end(subscription)));
                });
    }

    /** What the HTTP server hands requests for {@link RoomUpgrade#PATH} to. */
    public RoomUpgrade upgrade() {
        return upgrade;
    }

    /** Whether it hears the bus and takes new connections. */
    public boolean isReady() {
        return bus.isListening() && !upgrade.isDraining();
    }

    /** Rooms owned here. */
    public int rooms() {
        return hosts.size();
    }

    /** Gives every room to another relay, and sends every client there; {@link #stop} comes after. */
    public Future<Void> drain() {
        upgrade.shut();
        Runnable drained = meters.beginDrain();
        return keeper.drain()
                .transform(_ -> drain.giveAwayRooms())
                .onComplete(_ -> drained.run())
                .compose(_ -> {
                    upgrade.sendAway();
                    return whenEmpty(1);
                });
    }

    /** Ends everything at once, as it stands. */
    public Future<Void> stop() {
        upgrade.closeAll();
        hosts.all().forEach(host -> host.loop().execute(host::stop));
        whenStopped.forEach(Runnable::run);
        return bus.stop()
                .transform(_ -> Future.join(pools.stream().map(Pool::close).toList()))
                .mapEmpty();
    }

    private Future<Void> whenEmpty(int looks) {
        return upgrade.isEmpty() || looks > MAX_LOOKS
                ? Future.succeededFuture()
                : vertx.timer(LOOK_EVERY_MS).compose(_ -> whenEmpty(looks + 1));
    }

    private static Pool pool(Vertx vertx, RelayConfig config, int size) {
        var database = config.database();
        var connect = PgConnectOptions.fromUri(database.url())
                .setUser(database.user())
                .setPassword(database.password())
                .setCachePreparedStatements(true);
        connect.addProperty("application_name", database.self().value());
        SERVER_LIMITS.forEach(connect::addProperty);
        connect.setConnectTimeout(CONNECT_MS).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        connect.setReadIdleTimeout(SILENT_MS);
        return PgBuilder.pool()
                .connectingTo(connect)
                .with(new PoolOptions()
                        .setMaxSize(size)
                        .setMaxWaitQueueSize(POOL_MAX_WAITING)
                        .setConnectionTimeout(ACQUIRE_MS)
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .using(vertx)
                .build();
    }

    private static void end(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("a subscription does not end", e);
        }
    }
}
