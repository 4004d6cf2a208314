package io.trashpong.bus;

import io.vertx.core.Context;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Natural batching: at most one notifying statement in flight; what is sent meanwhile goes with the next. There is no
 * timer, so an idle bus adds no delay. Used on the bus's event loop only.
 */
final class Notifier {
    /** Outside any transaction block: a commit of its own, which writes no table, so it holds the queue's lock shortly. */
    private static final String NOTIFY = "SELECT count(pg_notify(c, p)) FROM unnest($1::text[], $2::text[]) AS t(c, p)";

    private final Sealer sealer;
    private final Context context;
    private final BusMetrics metrics;
    private final List<Outlet> outlets;
    private final Consumer<Throwable> broken;

    private @Nullable PgConnection connection;
    /** Counts the connections, to know answers of an earlier one. */
    private int lives;

    private boolean flushScheduled;
    private boolean inFlight;
    private boolean resting;

    /**
     * @param outlets drained in this order
     * @param broken told when a statement failed; the connection should be given up
     */
    Notifier(Sealer sealer, Context context, BusMetrics metrics, List<Outlet> outlets, Consumer<Throwable> broken) {
        this.sealer = sealer;
        this.context = context;
        this.metrics = metrics;
        this.outlets = List.copyOf(outlets);
        this.broken = broken;
    }

    void connected(PgConnection newConnection) {
        connection = newConnection;
        lives++;
        inFlight = false;
        resting = false;
        wake();
    }

    void disconnected() {
        connection = null;
        lives++;
        if (inFlight) {
            inFlight = false;
            outlets.forEach(Outlet::uncertain);
        }
    }

    /** Something waits. All that is sent in the same turn of the event loop goes together. */
    void wake() {
        if (!flushScheduled && !inFlight && !resting && connection != null) {
            flushScheduled = true;
            context.runOnContext(turn -> flush());
        }
    }

    private void flush() {
        flushScheduled = false;
        var current = connection;
        if (inFlight || current == null) {
            return;
        }
        var batch = new NotifyBatch(sealer);
        outlets.forEach(outlet -> outlet.drainTo(batch));
        if (batch.isEmpty()) {
            return;
        }
        var packed = batch.pack();
        metrics.batchFrames.record(batch.frames());
        metrics.batchPayloads.record(packed.payloads().length);
        inFlight = true;
        int life = lives;
        current.preparedQuery(NOTIFY)
                .execute(Tuple.tuple().addArrayOfString(packed.channels()).addArrayOfString(packed.payloads()))
                .onComplete(done -> {
                    if (life != lives) {
                        return;
                    }
                    inFlight = false;
                    if (done.succeeded()) {
                        outlets.forEach(Outlet::committed);
                        rest(life);
                    } else {
                        metrics.notifyFailures.increment();
                        outlets.forEach(Outlet::uncertain);
                        broken.accept(done.cause());
                    }
                });
    }

    /** What is sent meanwhile fills the next statement; who has been silent for longer is sent at once. */
    private void rest(int life) {
        resting = true;
        context.owner().setTimer(BusLimits.REST.toMillis(), timer -> {
            if (life == lives) {
                resting = false;
                flush();
            }
        });
    }
}
