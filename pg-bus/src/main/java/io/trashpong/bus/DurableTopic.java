package io.trashpong.bus;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/**
 * Traffic that is true once its transaction committed: a row in {@code bus.outbox}, written with the business rows. Each
 * consumer group takes every event exactly once, in commit order per writer transaction, from its own cursor.
 */
public interface DurableTopic {
    /**
     * The statement that appends, for those who can't hand over an {@link SqlClient} (an ORM's session): parameters are
     * the topic and the event's JSON text.
     */
    String APPEND = "INSERT INTO bus.outbox (topic, payload) VALUES ($1, $2::text::jsonb)";

    /** Appends within the caller's transaction. The caller calls {@link #ring} after its commit. */
    Future<Void> append(SqlClient transaction, String json);

    /** Wakes the consumers on all replicas; call it after the commit. Without it they look by themselves within seconds. */
    void ring();

    /**
     * Takes the topic's events for {@code group}. All replicas that consume with the same group share the work: one of them
     * takes the next batch, in a transaction that also moves the group's cursor. A new group begins at the oldest event kept.
     *
     * @param handler gets the transaction and at most {@link BusLimits#MAX_BATCH} JSON texts; its effects written through
     *     that transaction happen exactly once; if it fails, the batch comes again after a pause that grows
     * @return ends the subscription
     */
    AutoCloseable consume(String group, Handler handler);

    /** See {@link #consume}. Called on the bus's event loop; must not block. */
    @FunctionalInterface
    interface Handler {
        Future<Void> handle(SqlConnection transaction, List<String> events);
    }
}
