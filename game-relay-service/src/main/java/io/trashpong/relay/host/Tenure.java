package io.trashpong.relay.host;

import io.trashpong.protocol.RoomId;
import io.trashpong.relay.ownership.RoomDirectory;
import io.vertx.core.Vertx;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Makes sure that this replica still rules what it thinks it rules: after the bus was deaf, and after the process stood
 * still, for then others may have found it dead. Rooms that were taken stop at once.
 */
public final class Tenure {
    private static final Logger LOG = Logger.getLogger(Tenure.class);
    private static final long EVERY_MS = 500;
    /** A beat this late means that the process was stopped or starved. */
    private static final long STALL_NANOS = 2_000_000_000L;

    private final Vertx vertx;
    private final RoomHosts hosts;
    private final RoomDirectory directory;
    private volatile long lastBeat = System.nanoTime();

    public Tenure(Vertx vertx, RoomHosts hosts, RoomDirectory directory) {
        this.vertx = vertx;
        this.hosts = hosts;
        this.directory = directory;
    }

    /** @return ends it */
    public Runnable start() {
        lastBeat = System.nanoTime();
        long timer = vertx.setPeriodic(EVERY_MS, _ -> beat());
        return () -> {
            boolean _ = vertx.cancelTimer(timer);
        };
    }

    /** Asks Postgres which epochs are ours. */
    public void check() {
        if (hosts.size() > 0) {
            directory
                    .listOwned()
                    .onSuccess(this::compare)
                    .onFailure(e -> LOG.warnf("ownership can't be checked: %s", e.getMessage()));
        }
    }

    private void beat() {
        long now = System.nanoTime();
        if (now - lastBeat > STALL_NANOS) {
            check();
        }
        lastBeat = now;
    }

    private void compare(Map<RoomId, Long> owned) {
        for (RoomHost host : hosts.all()) {
            Long epoch = owned.get(host.room());
            // A room opened after the question was asked is not in the answer: it is asked for by itself.
            if (epoch == null || epoch != host.epoch()) {
                directory.owns(host.room(), host.epoch()).onSuccess(ours -> {
                    if (!ours) {
                        host.loop().execute(host::loseOwnership);
                    }
                });
            }
        }
    }
}
