package io.trashpong.relay.host;

import io.trashpong.protocol.RoomId;
import io.trashpong.relay.ownership.Holdings;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Compares what this replica rules with what the rows say it owns: after the bus was deaf, after a late renewal of the
 * lease, and now and then. Rooms that were taken stop at once; rows that nobody rules here are let go.
 */
public final class Tenure {
    private static final Logger LOG = Logger.getLogger(Tenure.class);
    private static final long EVERY_MS = 10_000;

    private final Vertx vertx;
    private final RoomHosts hosts;
    private final Holdings holdings;
    /** Owned by row and ruled by nobody at the last look: one that is so twice is no room on its way here. */
    private Map<RoomId, Long> unruled = Map.of();

    public Tenure(Vertx vertx, RoomHosts hosts, Holdings holdings) {
        this.vertx = vertx;
        this.hosts = hosts;
        this.holdings = holdings;
    }

    /** @return ends it */
    public Runnable start() {
        long timer = vertx.setPeriodic(EVERY_MS, _ -> look(true));
        return () -> {
            boolean _ = vertx.cancelTimer(timer);
        };
    }

    /** Asks Postgres now. */
    public void check() {
        look(false);
    }

    private void look(boolean releases) {
        holdings.list()
                .onSuccess(owned -> {
                    stopWhatWasTaken(owned);
                    if (releases) {
                        releaseUnruled(owned);
                    }
                })
                .onFailure(e -> LOG.warnf("ownership can't be checked: %s", e.getMessage()));
    }

    private void stopWhatWasTaken(Map<RoomId, Long> owned) {
        for (RoomHost host : hosts.all()) {
            Long epoch = owned.get(host.room());
            // A room opened after the question was asked is not in the answer: it is asked for by itself.
            if (epoch == null || epoch != host.epoch()) {
                holdings.owns(host.room(), host.epoch()).onSuccess(ours -> {
                    if (!ours) {
                        host.loop().execute(host::loseOwnership);
                    }
                });
            }
        }
    }

    private synchronized void releaseUnruled(Map<RoomId, Long> owned) {
        var now = new HashMap<RoomId, Long>();
        owned.forEach((room, epoch) -> {
            if (hosts.find(room) == null) {
                now.put(room, epoch);
                if (epoch.equals(unruled.get(room))) {
                    holdings.release(room, epoch)
                            .onFailure(e -> LOG.warnf("room %s can't be let go: %s", room, e.getMessage()));
                }
            }
        });
        unruled = now;
    }
}
