package io.trashpong.bus;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The session advisory lock each replica holds on its listener's connection; its key is a hash of the replica's id. */
final class ReplicaLock {
    private static final String TRY = "SELECT pg_try_advisory_lock($1)";
    /** A bigint key stands in pg_locks in two halves, with objsubid 1. */
    private static final String IS_HELD = "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted"
            + " AND objsubid = 1 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            + " AND (classid::bigint << 32) | objid::bigint = $1)";

    private ReplicaLock() {}

    /** False while another session holds it: that of the connection lost before, whose end Postgres has not seen. */
    static Future<Boolean> tryLock(SqlClient connection, ReplicaId replica) {
        return ask(connection, TRY, replica);
    }

    static Future<Boolean> isHeld(SqlClient connection, ReplicaId replica) {
        return ask(connection, IS_HELD, replica);
    }

    static long key(ReplicaId replica) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(replica.value().getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static Future<Boolean> ask(SqlClient connection, String sql, ReplicaId replica) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(key(replica)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
