package io.trashpong.bus;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The {@link Bus} over Postgres LISTEN/NOTIFY, on one event loop of its own. Two dedicated connections, one to listen and
 * one to notify, stand outside every pool; consumers of durable topics use a small pool beside them.
 */
public final class PgBus implements Bus {
    private final ReplicaId self;
    private final Vertx vertx;
    private final Context context;
    private final EventLoop eventLoop;
    private final BusMetrics metrics;
    private final Pool pool;
    private final Peers peers;
    private final Topics topics;
    private final OrderedTraffic ordered;
    private final VolatileQueue volatileQueue;
    private final Heartbeat heartbeat;
    private final Notifier notifier;
    private final Inbox inbox;
    private final Link link;
    private final Housekeeping housekeeping;
    private final List<Runnable> resyncs = new CopyOnWriteArrayList<>();
    private final Promise<Void> firstListen = Promise.promise();

    private long beatTimer;
    private volatile boolean listening;

    private PgBus(Vertx vertx, BusConfig config, MeterRegistry registry) {
        this.self = config.self();
        this.vertx = vertx;
        // Not getOrCreateContext: the caller's context may be one of a request, or shared with other buses.
        ContextInternal own = ((VertxInternal) vertx).createEventLoopContext();
        this.context = own;
        this.eventLoop = own.nettyEventLoop();
        this.metrics = new BusMetrics(registry);
        this.pool = createPool(vertx, config);
        this.peers = new Peers(System::nanoTime);
        this.topics = new Topics(metrics);
        this.ordered = new OrderedTraffic(metrics, System::nanoTime, this::wake, topics::deliver, topics::tellGap);
        this.volatileQueue = new VolatileQueue(metrics);
        this.heartbeat = new Heartbeat(ordered, peers);
        this.inbox = new Inbox(
                self, new Unsealer(config.secrets()), metrics, new RefusalLog(System::nanoTime), new FrameDesk());
        this.link = new Link(vertx, self, config.connectOptions(), metrics, System::nanoTime, new LinkOwner());
        this.notifier = new Notifier(
                new Sealer(self, config.secrets()),
                context,
                metrics,
                List.of(ordered, volatileQueue, heartbeat),
                link::lost);
        this.housekeeping = new Housekeeping(vertx, pool, metrics);
    }

    public static PgBus create(Vertx vertx, BusConfig config) {
        return new PgBus(vertx, config, new SimpleMeterRegistry());
    }

    /** @param registry gets the meters that {@link BusMetrics} lists */
    public static PgBus create(Vertx vertx, BusConfig config, MeterRegistry registry) {
        return new PgBus(vertx, config, registry);
    }

    @Override
    public ReplicaId self() {
        return self;
    }

    @Override
    public VolatileTopic openVolatile(String name, VolatileTopic.Listener listener) {
        topics.open(name, listener);
        return new PgVolatileTopic(name);
    }

    @Override
    public OrderedTopic openOrdered(String name, OrderedTopic.Listener listener) {
        topics.open(name, listener);
        return (to, payload) -> {
            var frame = new Frame.Ordered(name, 0, Topics.check(payload));
            if (to.equals(self)) {
                context.runOnContext(turn -> topics.deliver(self, frame));
            } else {
                run(() -> ordered.send(to, name, frame.payload()));
            }
        };
    }

    @Override
    public DurableTopic openDurable(String name) {
        var topic = new PgDurableTopic(
                Topics.check(name),
                vertx,
                context,
                pool,
                metrics,
                () -> run(() -> {
                    volatileQueue.add(new Frame.Bell(name));
                    notifier.wake();
                }));
        topics.open(name, topic);
        return topic;
    }

    @Override
    public void onListening(Runnable resync) {
        resyncs.add(resync);
    }

    @Override
    public Future<Void> start() {
        context.runOnContext(turn -> {
            beatTimer = vertx.setPeriodic(BusLimits.BEAT.toMillis(), timer -> beat());
            link.start();
            housekeeping.start();
        });
        return firstListen.future();
    }

    @Override
    public boolean isListening() {
        return listening;
    }

    @Override
    public Set<ReplicaId> listAlive(String service) {
        return peers.listHeardWithin(BusLimits.DEAF_AFTER).stream()
                .filter(peer -> peer.service().equals(service))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Future<Void> stop() {
        Promise<Void> stopped = Promise.promise();
        context.runOnContext(turn -> {
            vertx.cancelTimer(beatTimer);
            housekeeping.stop();
            topics.stop();
            link.stop();
            pool.close().onComplete(stopped);
        });
        return stopped.future();
    }

    private void beat() {
        if (!listening) {
            return;
        }
        heartbeat.makeDue();
        notifier.wake();
    }

    private void wake() {
        notifier.wake();
    }

    /** In the order of the calls of each thread. */
    private void run(Runnable task) {
        if (eventLoop.inEventLoop()) {
            task.run();
        } else {
            context.runOnContext(turn -> task.run());
        }
    }

    private static Pool createPool(Vertx vertx, BusConfig config) {
        var options = new PoolOptions()
                .setMaxSize(BusLimits.MAX_POOL_CONNECTIONS)
                .setConnectionTimeout((int) BusLimits.DEAF_AFTER.toSeconds())
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        var connectOptions = config.connectOptions().setCachePreparedStatements(true);
        connectOptions.setReadIdleTimeout((int) BusLimits.POOL_SILENT.toSeconds());
        return PgBuilder.pool()
                .with(options)
                .connectingTo(connectOptions)
                .using(vertx)
                .build();
    }

    private final class PgVolatileTopic implements VolatileTopic {
        private final String name;

        PgVolatileTopic(String name) {
            this.name = name;
        }

        @Override
        public void send(ReplicaId to, String key, byte[] payload) {
            var frame = new Frame.Volatile(name, Topics.check(payload));
            if (to.equals(self)) {
                context.runOnContext(turn -> topics.deliver(self, frame));
            } else {
                enqueue(Channels.inbox(to), key, frame);
            }
        }

        @Override
        public void broadcast(String key, byte[] payload) {
            enqueue(Channels.ALL, key, new Frame.Volatile(name, Topics.check(payload)));
        }

        private void enqueue(String channel, String key, Frame.Volatile frame) {
            run(() -> {
                volatileQueue.add(channel, key, frame);
                notifier.wake();
            });
        }
    }

    private final class FrameDesk implements Inbox.Desk {
        @Override
        public void received(ReplicaId from, Frame frame) {
            switch (frame) {
                case Frame.Volatile it -> topics.deliver(from, it);
                case Frame.Ordered it -> ordered.received(from, it);
                case Frame.Ask it -> ordered.asked(from, it);
                case Frame.Skip it -> ordered.skipped(from, it);
                case Frame.Bell it -> topics.rang(it.topic());
                case Frame.Beat it -> {
                    peers.heard(from);
                    var sent = it.sent().get(self);
                    if (sent != null) {
                        ordered.announced(from, sent);
                    }
                }
            }
        }

        @Override
        public void ownBeat() {
            peers.heard(self);
            link.signOfLife();
        }
    }

    private final class LinkOwner implements Link.Owner {
        @Override
        public void up(PgConnection connection) {
            inbox.begin(connection.processId());
            peers.pardonSilence();
            peers.heard(self);
            listening = true;
            metrics.listening.set(1);
            notifier.connected(connection);
            beat();
            resyncs.forEach(topics::guard);
            topics.resync();
            firstListen.tryComplete();
        }

        @Override
        public void notified(PgNotification notification) {
            inbox.notified(notification.getChannel(), notification.getPayload(), notification.getProcessId());
        }

        @Override
        public void down() {
            listening = false;
            metrics.listening.set(0);
            notifier.disconnected();
        }
    }
}
