package io.trashpong.bus;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/**
 * The session advisory lock each replica holds on its listener's connection. {@code V2__liveness.sql} has its key, and the
 * functions by which others ask for it: a free lock says that its replica is dead, or so cut off that it has to stop.
 */
final class ReplicaLock {
    private static final String TRY = "SELECT pg_try_advisory_lock(bus.lock_key($1))";

    private ReplicaLock() {}

    /** False while another session holds it: that of the connection lost before, whose end Postgres has not seen. */
    static Future<Boolean> tryLock(SqlClient connection, ReplicaId replica) {
        return connection
                .preparedQuery(TRY)
                .execute(Tuple.of(replica.value()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
