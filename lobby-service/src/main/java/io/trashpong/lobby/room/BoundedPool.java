package io.trashpong.lobby.room;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/** Of both pools: bounds who waits for a connection, in number and time, so that a frozen Postgres leaves no backlog behind. */
@Singleton
@Default
@ReactiveDataSource("changes")
class BoundedPool implements PgPoolCreator {
    private static final int MAX_WAITING = 1_000;
    private static final int MAX_WAIT_MILLIS = 1_700;

    @Override
    public Pool create(Input input) {
        var options = input.poolOptions()
                .setMaxWaitQueueSize(MAX_WAITING)
                .setConnectionTimeout(MAX_WAIT_MILLIS)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(new ArrayList<SqlConnectOptions>(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
