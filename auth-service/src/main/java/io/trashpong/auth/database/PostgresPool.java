package io.trashpong.auth.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Bounds what Quarkus's configuration leaves open: how long to connect, to wait for a connection, for a lock, for a row. */
@Singleton
class PostgresPool implements PgPoolCreator {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ACQUIRE = Duration.ofSeconds(2);
    private static final int MAX_WAITING = 256;
    private static final Map<String, String> SESSION = Map.of(
            "application_name", "trashpong-auth",
            "statement_timeout", "2000",
            "lock_timeout", "1500",
            "idle_in_transaction_session_timeout", "5000");

    @Override
    public Pool create(Input input) {
        var options = input.pgConnectOptionsList();
        options.forEach(each -> {
            each.setConnectTimeout((int) CONNECT.toMillis());
            SESSION.forEach(each::addProperty);
        });
        var pool = input.poolOptions()
                .setConnectionTimeout((int) ACQUIRE.toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxWaitQueueSize(MAX_WAITING);
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(List.copyOf(options))
                .using(input.vertx())
                .build();
    }
}
