package io.trashpong.auth.password;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How often a password was tried lately, in Postgres so that all replicas count together. A row's lock makes those who try at
 * once wait for each other, so that none slips through.
 */
@ApplicationScoped
public class TryStore {
    /** In any stretch of {@link #PERIOD}, for one name from one source. */
    static final int MOST_TRIES = 10;

    static final Duration PERIOD = Duration.ofMinutes(15);

    private final Database database;

    TryStore(Database database) {
        this.database = database;
    }

    /** Counts one try before its outcome is known; when that is one too many: in how many seconds to come again. */
    public Uni<OptionalInt> count(TryKey key) {
        return database.inTransaction(connection -> connection
                .preparedQuery("""
                        INSERT INTO auth.password_try AS kept (key, tried_at, last_at)
                        VALUES ($1, ARRAY[clock_timestamp()], clock_timestamp())
                        ON CONFLICT (key) DO UPDATE SET
                          tried_at = ARRAY(
                            SELECT tried FROM unnest(kept.tried_at) AS tried
                            WHERE tried > clock_timestamp() - make_interval(secs => $2)) || excluded.tried_at,
                          last_at = excluded.last_at
                        WHERE (
                          SELECT count(*) FROM unnest(kept.tried_at) AS tried
                          WHERE tried > clock_timestamp() - make_interval(secs => $2)) < $3""")
                .execute(Tuple.of(Buffer.buffer(key.hash()), (double) PERIOD.toSeconds(), (long) MOST_TRIES))
                .chain(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().item(OptionalInt.empty())
                        : secondsToWait(connection, key)));
    }

    private static Uni<OptionalInt> secondsToWait(SqlConnection connection, TryKey key) {
        return connection
                .preparedQuery("""
                        SELECT greatest(1, ceil(extract(epoch FROM
                          min(tried) + make_interval(secs => $2) - clock_timestamp())))::integer AS seconds
                        FROM auth.password_try, unnest(tried_at) AS tried
                        WHERE key = $1 AND tried > clock_timestamp() - make_interval(secs => $2)""")
                .execute(Tuple.of(Buffer.buffer(key.hash()), (double) PERIOD.toSeconds()))
                .map(rows -> {
                    Integer seconds = rows.iterator().next().getInteger("seconds");
                    return OptionalInt.of(seconds == null ? 1 : seconds);
                });
    }

    /** Somebody who knows the password need not wait; in the caller's transaction. */
    public Uni<Void> forget(SqlConnection connection, TryKey key) {
        return connection
                .preparedQuery("DELETE FROM auth.password_try WHERE key = $1")
                .execute(Tuple.of(Buffer.buffer(key.hash())))
                .replaceWithVoid();
    }

    /** Deletes at most {@code limit} rows whose last try is too long ago to count. */
    Uni<Integer> deleteOld(int limit) {
        return database.inTransaction(connection -> connection
                .preparedQuery("""
                        DELETE FROM auth.password_try WHERE key IN (
                          SELECT key FROM auth.password_try
                          WHERE last_at < now() - make_interval(secs => $1)
                          LIMIT $2
                          FOR UPDATE SKIP LOCKED)""")
                .execute(Tuple.of((double) PERIOD.toSeconds(), limit))
                .map(rows -> rows.rowCount()));
    }
}
