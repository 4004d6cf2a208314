package io.trashpong.relay.ownership;

import io.trashpong.bus.ReplicaId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** This replica's beat: renews its lease, tells its load, and hears of the others, in one statement. */
public final class LeaseKeeper {
    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);
    private static final String RENEW = "WITH renewed AS ("
            + " INSERT INTO relay.replica AS r (id, expires_at, unbroken_since, rooms, draining)"
            + " VALUES ($1, clock_timestamp() + $2::bigint * interval '1 millisecond', clock_timestamp(), $3, $4)"
            + " ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at, rooms = excluded.rooms,"
            + " draining = excluded.draining, unbroken_since ="
            + " CASE WHEN r.expires_at > clock_timestamp() THEN r.unbroken_since ELSE excluded.unbroken_since END)"
            + " SELECT id, rooms, draining FROM relay.replica WHERE id <> $1"
            + " AND expires_at > clock_timestamp() - interval '1 minute' AND NOT relay.is_dead(id, $1, $5::bigint * interval '1 millisecond')";

    private final Vertx vertx;
    private final Pool postgres;
    private final ReplicaId self;
    private final LeaseTimes times;
    private final Lease lease;
    private final IntSupplier rooms;
    private final List<Consumer<List<Peer>>> onPeers = new CopyOnWriteArrayList<>();
    private final List<Runnable> onLateRenewal = new CopyOnWriteArrayList<>();
    private volatile boolean renewing;
    private volatile boolean draining;
    private volatile List<Peer> peers = List.of();

    /**
     * @param postgres of its own: a lease must not wait behind rooms
     * @param rooms how many this replica owns
     */
    public LeaseKeeper(Vertx vertx, Pool postgres, ReplicaId self, LeaseTimes times, Lease lease, IntSupplier rooms) {
        this.vertx = vertx;
        this.postgres = postgres;
        this.self = self;
        this.times = times;
        this.lease = lease;
        this.rooms = rooms;
    }

    /** Completes with what ends it, once the first lease is had. */
    public Future<Runnable> start() {
        return renew().map(_ -> {
            long ticks = vertx.setPeriodic(Lease.TICK_MS, _ -> lease.tick());
            long beats = vertx.setPeriodic(times.beat().toMillis(), _ -> beat());
            return () -> {
                boolean _ = vertx.cancelTimer(ticks);
                boolean _ = vertx.cancelTimer(beats);
            };
        });
    }

    /** Told of the others at each beat. */
    public void onPeers(Consumer<List<Peer>> listener) {
        boolean _ = onPeers.add(listener);
    }

    /** Told after a renewal that came when the lease may have run out: what is ruled here may be another's by now. */
    public void onLateRenewal(Runnable listener) {
        boolean _ = onLateRenewal.add(listener);
    }

    /** The others as of the last beat. */
    public List<Peer> peers() {
        return peers;
    }

    /** From now on nobody gives this replica a room. */
    public Future<Void> drain() {
        draining = true;
        return renew();
    }

    public boolean isDraining() {
        return draining;
    }

    private void beat() {
        if (!renewing) {
            renewing = true;
            renew().onComplete(renewed -> {
                renewing = false;
                if (renewed.failed()) {
                    LOG.warnf("the lease can't be renewed: %s", renewed.cause().getMessage());
                }
            });
        }
    }

    private Future<Void> renew() {
        long askedAt = lease.now();
        return postgres.preparedQuery(RENEW)
                .execute(Tuple.of(
                        self.value(),
                        times.term().toMillis(),
                        rooms.getAsInt(),
                        draining,
                        times.settled().toMillis()))
                .map(rows -> {
                    boolean late = lease.hasRunOutAt(askedAt);
                    lease.renewed(askedAt);
                    heard(rows);
                    if (late) {
                        onLateRenewal.forEach(Runnable::run);
                    }
                    return null;
                });
    }

    private void heard(RowSet<Row> rows) {
        var others = new ArrayList<Peer>(rows.size());
        rows.forEach(row -> others.add(
                new Peer(new ReplicaId(row.getString("id")), row.getInteger("rooms"), row.getBoolean("draining"))));
        peers = List.copyOf(others);
        onPeers.forEach(listener -> listener.accept(peers));
    }
}
