package io.trashpong.bus;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.ThreadLocalRandom;

/** Now and then: removes old events, and looks how full Postgres' notification queue is. */
final class Housekeeping {
    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
    private static final long USAGE_MILLIS = 30_000;

    private final Vertx vertx;
    private final Pool pool;
    private final BusMetrics metrics;
    private long sweepTimer;
    private long usageTimer;

    Housekeeping(Vertx vertx, Pool pool, BusMetrics metrics) {
        this.vertx = vertx;
        this.pool = pool;
        this.metrics = metrics;
    }

    void start() {
        // Replicas started together do not sweep together.
        long every = BusLimits.SWEEP_EVERY.toMillis();
        long first = ThreadLocalRandom.current().nextLong(1, every);
        sweepTimer = vertx.setPeriodic(first, every, timer -> sweep());
        usageTimer = vertx.setPeriodic(USAGE_MILLIS, timer -> lookAtUsage());
    }

    void stop() {
        vertx.cancelTimer(sweepTimer);
        vertx.cancelTimer(usageTimer);
    }

    private void sweep() {
        pool.query("SELECT bus.remove_old_events()")
                .execute()
                .onFailure(e -> LOG.log(System.Logger.Level.WARNING, "old events stay for now: {0}", e));
    }

    private void lookAtUsage() {
        pool.query("SELECT pg_notification_queue_usage()")
                .execute()
                .onSuccess(rows -> metrics.queueUsagePermille.set(
                        Math.round(1_000 * rows.iterator().next().getDouble(0))))
                .onFailure(e -> LOG.log(System.Logger.Level.DEBUG, "queue usage unknown: {0}", e));
    }
}
