package io.trashpong.bus;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a {@link ConnectionPair} up: reconnects after a jittered pause when one is lost, and gives up a pair that is silent
 * for {@link BusLimits#DEAF_AFTER}. Used on the bus's event loop only.
 */
final class Link {
    private static final System.Logger LOG = System.getLogger(Link.class.getName());
    private static final long WATCH_MILLIS = 250;

    /** What the link tells the bus, in turn: up, notified any number of times, down, up again. */
    interface Owner {
        void up(PgConnection notifier);

        void notified(PgNotification notification);

        void down();
    }

    private final Vertx vertx;
    private final ReplicaId self;
    private final PgConnectOptions options;
    private final BusMetrics metrics;
    private final LongSupplier nanoTime;
    private final Owner owner;
    private final Backoff backoff = new Backoff(BusLimits.RECONNECT_FIRST, BusLimits.RECONNECT_MOST);

    private @Nullable ConnectionPair pair;
    private boolean up;
    private boolean stopped;
    private long lastLife;
    private long lastWatch;
    private long watchTimer;

    Link(
            Vertx vertx,
            ReplicaId self,
            PgConnectOptions options,
            BusMetrics metrics,
            LongSupplier nanoTime,
            Owner owner) {
        this.vertx = vertx;
        this.self = self;
        this.options = options;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        this.owner = owner;
    }

    void start() {
        lastWatch = nanoTime.getAsLong();
        watchTimer = vertx.setPeriodic(WATCH_MILLIS, timer -> watch());
        connect();
    }

    void stop() {
        stopped = true;
        vertx.cancelTimer(watchTimer);
        giveUp();
    }

    /** The own beat came back, or a connection answered. */
    void signOfLife() {
        lastLife = nanoTime.getAsLong();
    }

    /** The pair is of no use: start over. */
    void lost(Throwable cause) {
        lost(pair, cause);
    }

    private void connect() {
        if (stopped) {
            return;
        }
        signOfLife();
        var holder = new ConnectionPair[1];
        var attempt = new ConnectionPair(vertx, self, options, cause -> lost(holder[0], cause), this::signOfLife);
        holder[0] = attempt;
        pair = attempt;
        List<PgNotification> early = new ArrayList<>();
        attempt.open(notification -> {
                    if (pair == attempt && up) {
                        owner.notified(notification);
                    } else {
                        early.add(notification);
                    }
                })
                .onComplete(done -> {
                    if (pair != attempt) {
                        return;
                    }
                    if (done.failed()) {
                        lost(attempt, done.cause());
                        return;
                    }
                    signOfLife();
                    backoff.reset();
                    up = true;
                    owner.up(done.result());
                    early.forEach(owner::notified);
                    early.clear();
                });
    }

    private void lost(@Nullable ConnectionPair which, Throwable cause) {
        if (which == null || which != pair || stopped) {
            return;
        }
        long pause = backoff.nextMillis();
        LOG.log(
                System.Logger.Level.WARNING,
                "bus connections of {0} given up, again in {1} ms: {2}",
                self,
                pause,
                cause);
        metrics.reconnects.increment();
        giveUp();
        vertx.setTimer(pause, timer -> connect());
    }

    private void giveUp() {
        var old = pair;
        pair = null;
        if (up) {
            up = false;
            owner.down();
        }
        if (old != null) {
            old.close();
        }
    }

    /** Time in which this process itself did not run is not silence. */
    private void watch() {
        long now = nanoTime.getAsLong();
        long late = now - lastWatch - 2 * WATCH_MILLIS * 1_000_000;
        lastWatch = now;
        if (late > 0) {
            lastLife = Math.min(now, lastLife + late);
        }
        if (pair != null && now - lastLife > BusLimits.DEAF_AFTER.toNanos()) {
            lost(new IllegalStateException("deaf for " + BusLimits.DEAF_AFTER.toMillis() + " ms"));
        }
    }
}
