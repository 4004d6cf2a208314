package io.trashpong.bus;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes one group's events of one topic: looks when the bell rings, after each (re)LISTEN, and every
 * {@link BusLimits#DURABLE_POLL}. Used on the bus's event loop only, but for {@link #close}.
 */
final class DurableConsumer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DurableConsumer.class.getName());

    private final Vertx vertx;
    private final Context context;
    private final Pool pool;
    private final BusMetrics metrics;
    private final OutboxTable table;
    private final DurableTopic.Handler handler;
    private final Backoff retry = new Backoff(BusLimits.RETRY_FIRST, BusLimits.RETRY_MOST);
    /** Short, so that events wait no longer than the poll once Postgres is back. */
    private final Backoff outage = new Backoff(BusLimits.RETRY_FIRST, BusLimits.DURABLE_POLL);

    private final Backoff heldBack = new Backoff(BusLimits.HELD_BACK_FIRST, BusLimits.DURABLE_POLL);

    private boolean handlerFailed;
    private boolean busy;
    private boolean lookAgain;
    private long pollTimer;
    private long heldBackTimer;
    private volatile boolean closed;

    private enum Outcome {
        NOTHING_LEFT,
        HELD_BACK,
        /** Look again at once. */
        MORE
    }

    DurableConsumer(
            Vertx vertx,
            Context context,
            Pool pool,
            BusMetrics metrics,
            OutboxTable table,
            DurableTopic.Handler handler) {
        this.vertx = vertx;
        this.context = context;
        this.pool = pool;
        this.metrics = metrics;
        this.table = table;
        this.handler = handler;
    }

    void start() {
        pollTimer = vertx.setPeriodic(BusLimits.DURABLE_POLL.toMillis(), timer -> look());
        look();
    }

    void look() {
        if (closed) {
            return;
        }
        if (busy) {
            lookAgain = true;
            return;
        }
        busy = true;
        lookAgain = false;
        handlerFailed = false;
        table.peek(pool)
                .compose(waiting -> switch (waiting) {
                    case NO_CURSOR -> table.createCursor(pool).map(Outcome.MORE);
                    case NOTHING -> Future.succeededFuture(Outcome.NOTHING_LEFT);
                    case HELD_BACK -> Future.succeededFuture(Outcome.HELD_BACK);
                    case EVENTS -> takeBatch();
                })
                .onSuccess(this::goOn)
                .onFailure(this::pause);
    }

    @Override
    public void close() {
        closed = true;
        context.runOnContext(turn -> vertx.cancelTimer(pollTimer));
    }

    private Future<Outcome> takeBatch() {
        return pool.withTransaction(transaction -> table.lockCursor(transaction)
                .compose(cursor -> cursor.isPresent()
                        ? table.read(transaction, cursor.get()).compose(events -> handle(transaction, events))
                        : Future.succeededFuture(Outcome.NOTHING_LEFT)));
    }

    private Future<Outcome> handle(SqlConnection transaction, List<OutboxTable.Event> events) {
        if (events.isEmpty()) {
            return Future.succeededFuture(Outcome.NOTHING_LEFT);
        }
        var payloads = events.stream().map(OutboxTable.Event::json).toList();
        return callHandler(transaction, payloads)
                .timeout(BusLimits.HANDLER_TIME.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> handlerFailed = true)
                .compose(handled ->
                        table.moveCursor(transaction, events.getLast().position()))
                .onSuccess(moved -> metrics.durableTaken.increment(events.size()))
                .map(Outcome.MORE);
    }

    private Future<Void> callHandler(SqlConnection transaction, List<String> payloads) {
        try {
            return handler.handle(transaction, payloads);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void goOn(Outcome outcome) {
        retry.reset();
        outage.reset();
        switch (outcome) {
            case MORE -> {
                heldBack.reset();
                free();
                look();
            }
            case NOTHING_LEFT -> {
                heldBack.reset();
                free();
                if (lookAgain) {
                    look();
                }
            }
            case HELD_BACK -> {
                free();
                vertx.cancelTimer(heldBackTimer);
                heldBackTimer = vertx.setTimer(heldBack.nextMillis(), timer -> look());
            }
        }
    }

    /** Bells do not shorten the pause: it stays busy. */
    private void pause(Throwable cause) {
        metrics.durableFailures.increment();
        long millis = (handlerFailed ? retry : outage).nextMillis();
        LOG.log(System.Logger.Level.WARNING, "{0} failed, again in {1} ms: {2}", table, millis, cause);
        vertx.setTimer(millis, timer -> {
            free();
            look();
        });
    }

    private void free() {
        busy = false;
    }
}
