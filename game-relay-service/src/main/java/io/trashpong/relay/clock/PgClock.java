package io.trashpong.relay.clock;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Unix time in microseconds as Postgres has it, so that a room can change its owner while the ball is in flight. Measured
 * at the start and every {@value #EVERY_MS} ms by the quickest of {@value #SAMPLES} questions; after the first time it
 * never steps, it slews.
 */
public final class PgClock {
    private static final Logger LOG = Logger.getLogger(PgClock.class);
    private static final String NOW = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";
    private static final int SAMPLES = 5;
    private static final long EVERY_MS = 30_000;

    private final LongSupplier monotonic;
    private volatile Slew slew = Slew.fixed(0);
    private volatile boolean measured;

    private record Sample(long roundTrip, long offset) {}

    /** @param monotonic microseconds that only grow, any origin */
    public PgClock(LongSupplier monotonic) {
        this.monotonic = monotonic;
    }

    public static PgClock create() {
        return new PgClock(() -> System.nanoTime() / 1000);
    }

    /** Microseconds of Unix time. */
    public long now() {
        long local = monotonic.getAsLong();
        return local + slew.offsetAt(local);
    }

    /** Measures once, and from then on regularly until {@code vertx} is closed or {@link Measuring#stop}. */
    public Future<Measuring> start(Vertx vertx, SqlClient postgres) {
        return measure(postgres).map(_ -> {
            long timer = vertx.setPeriodic(
                    EVERY_MS,
                    _ -> measure(postgres)
                            .onFailure(e -> LOG.warnf("the clock of Postgres could not be read: %s", e.getMessage())));
            return () -> {
                boolean _ = vertx.cancelTimer(timer);
            };
        });
    }

    /** Ends the regular measuring. */
    @FunctionalInterface
    public interface Measuring {
        void stop();
    }

    Future<Void> measure(SqlClient postgres) {
        return sample(postgres, SAMPLES, new Sample(Long.MAX_VALUE, 0)).map(best -> {
            adopt(best.offset());
            return null;
        });
    }

    void adopt(long offset) {
        slew = measured ? slew.towards(offset, monotonic.getAsLong()) : Slew.fixed(offset);
        measured = true;
    }

    private Future<Sample> sample(SqlClient postgres, int left, Sample best) {
        if (left == 0) {
            return Future.succeededFuture(best);
        }
        long asked = monotonic.getAsLong();
        return postgres.preparedQuery(NOW).execute().compose(rows -> {
            long answered = monotonic.getAsLong();
            Row row = rows.iterator().next();
            long roundTrip = answered - asked;
            var sample = new Sample(roundTrip, row.getLong(0) - (asked + roundTrip / 2));
            return sample(postgres, left - 1, sample.roundTrip() < best.roundTrip() ? sample : best);
        });
    }
}
