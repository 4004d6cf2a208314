package io.trashpong.bus;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One life of the two dedicated connections: the listener, which holds the replica's lock, and the notifier. When one
 * ends, both end. Used on the bus's event loop only.
 */
final class ConnectionPair {
    private final Vertx vertx;
    private final ReplicaId self;
    private final PgConnectOptions options;
    private final Consumer<Throwable> lost;
    private final Runnable signOfLife;

    private @Nullable PgConnection listener;
    private @Nullable PgConnection notifier;
    private boolean closed;

    /**
     * @param lost told when a connection ends by itself; perhaps more than once
     * @param signOfLife told of each step on the way up
     */
    ConnectionPair(
            Vertx vertx, ReplicaId self, PgConnectOptions options, Consumer<Throwable> lost, Runnable signOfLife) {
        this.vertx = vertx;
        this.self = self;
        this.options = withLifeSigns(options);
        this.lost = lost;
        this.signOfLife = signOfLife;
    }

    /** Connects, locks, listens. Gives the notifier's connection; notifications that come earlier are passed on too. */
    Future<PgConnection> open(Consumer<PgNotification> notified) {
        return connect()
                .compose(connection -> {
                    listener = connection;
                    connection.notificationHandler(notified::accept);
                    return lock(connection);
                })
                .compose(locked -> connect())
                .compose(connection -> {
                    notifier = connection;
                    return listen();
                });
    }

    void close() {
        closed = true;
        close(listener);
        close(notifier);
    }

    private Future<PgConnection> connect() {
        return PgConnection.connect(vertx, options).compose(connection -> {
            signOfLife.run();
            if (closed) {
                close(connection);
                return Future.failedFuture("given up meanwhile");
            }
            connection.closeHandler(end -> lost.accept(new IllegalStateException("connection closed")));
            connection.exceptionHandler(lost::accept);
            return Future.succeededFuture(connection);
        });
    }

    private Future<Void> lock(PgConnection connection) {
        return ReplicaLock.tryLock(connection, self).compose(locked -> {
            signOfLife.run();
            if (locked) {
                return Future.succeededFuture();
            }
            Promise<Void> retry = Promise.promise();
            vertx.setTimer(BusLimits.LOCK_RETRY.toMillis(), timer -> retry.complete());
            return retry.future().compose(again -> lock(connection));
        });
    }

    private Future<PgConnection> listen() {
        var listening = listener;
        var notifying = notifier;
        if (closed || listening == null || notifying == null) {
            return Future.failedFuture("given up meanwhile");
        }
        return listening.query(Channels.listen(self)).execute().map(notifying);
    }

    private static void close(@Nullable PgConnection connection) {
        if (connection != null) {
            connection.closeHandler(null);
            connection.exceptionHandler(null);
            connection.notificationHandler(null);
            // It is given up: whether it says good-bye well changes nothing.
            connection.close().onFailure(ignored -> {});
        }
    }

    /**
     * A beat a second keeps a healthy connection busy, so both ends may give up a silent one soon: this one by its idle
     * time-out, Postgres by TCP keep-alive, which frees the lock of a replica that vanished.
     */
    private static PgConnectOptions withLifeSigns(PgConnectOptions options) {
        var pair = new PgConnectOptions(options)
                .setCachePreparedStatements(true)
                .addProperty("tcp_keepalives_idle", "2")
                .addProperty("tcp_keepalives_interval", "1")
                .addProperty("tcp_keepalives_count", "3")
                .addProperty("tcp_user_timeout", "5000");
        pair.setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout((int) BusLimits.DEAF_AFTER.multipliedBy(2).toMillis());
        return pair;
    }
}
