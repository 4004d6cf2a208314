package io.trashpong.bus;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A {@link DurableTopic} with this replica's consumers of it. */
final class PgDurableTopic implements DurableTopic {
    private final String name;
    private final Vertx vertx;
    private final Context context;
    private final Pool pool;
    private final BusMetrics metrics;
    private final Runnable bell;
    private final List<DurableConsumer> consumers = new CopyOnWriteArrayList<>();

    /** @param bell rings on all other replicas; callable from any thread */
    PgDurableTopic(String name, Vertx vertx, Context context, Pool pool, BusMetrics metrics, Runnable bell) {
        this.name = name;
        this.vertx = vertx;
        this.context = context;
        this.pool = pool;
        this.metrics = metrics;
        this.bell = bell;
    }

    @Override
    public Future<Void> append(SqlClient transaction, String json) {
        return transaction.preparedQuery(APPEND).execute(Tuple.of(name, json)).mapEmpty();
    }

    @Override
    public void ring() {
        bell.run();
        context.runOnContext(turn -> look());
    }

    @Override
    public AutoCloseable consume(String group, Handler handler) {
        var table = new OutboxTable(name, Topics.check(group));
        var consumer = new DurableConsumer(vertx, context, pool, metrics, table, handler);
        consumers.add(consumer);
        context.runOnContext(turn -> consumer.start());
        return () -> {
            consumers.remove(consumer);
            consumer.close();
        };
    }

    void look() {
        consumers.forEach(DurableConsumer::look);
    }

    void stop() {
        consumers.forEach(DurableConsumer::close);
    }
}
