package io.trashpong.auth.database;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Postgres for the stores: every piece of work ends within {@link #LIMIT}, or fails as {@link UnavailableException}. */
@ApplicationScoped
public class Database {
    /** From asking for a connection to the commit; leaves the rest of the 3 s that a request may take. */
    public static final Duration LIMIT = Duration.ofMillis(2500);

    /**
     * SQLSTATE classes that speak of Postgres's state rather than of our statement: connection, no log-in, rollback by
     * conflict, too few resources, lock not to be had, operator's stop (statement time-outs too), system error.
     */
    private static final Set<String> PASSING = Set.of("08", "28", "40", "53", "55", "57", "58");

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs {@code work} in one transaction. When the answer comes too late the caller gets its failure, yet the transaction
     * runs to its own end: whether it was committed is then unknown.
     */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return bounded(pool.withTransaction(work));
    }

    /** Whether Postgres answers. */
    public Uni<Boolean> answers() {
        return bounded(pool.query("SELECT 1").execute())
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }

    /** For work of several pieces: all of them together end within {@link #LIMIT}, or fail as {@link UnavailableException}. */
    public static <T> Uni<T> within(Uni<T> work) {
        return bounded(work);
    }

    private static <T> Uni<T> bounded(Uni<T> work) {
        return work.ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure(Database::isPassing)
                .transform(cause -> new UnavailableException("Postgres", cause));
    }

    private static boolean isPassing(Throwable failure) {
        return switch (failure) {
            case PgException e ->
                PASSING.contains(
                        Objects.requireNonNullElse(e.getSqlState(), "  ").substring(0, 2));
            case UnavailableException e -> false;
            case TimeoutException e -> true;
            // The driver's own failures have no common type: connection reset, closed, refused, queue of the pool full.
            case IllegalArgumentException e -> false;
            case NullPointerException e -> false;
            case IllegalStateException e -> false;
            case ClassCastException e -> false;
            default -> true;
        };
    }
}
