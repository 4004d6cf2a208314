package io.trashpong.relay.edge;

import io.trashpong.bus.Bus;
import io.trashpong.bus.ReplicaId;
import io.vertx.core.Vertx;

/** Notices within about a second that a replica we share rooms with is dead: its session lock is free. */
public final class PeerWatch {
    private static final long EVERY_MS = 700;

    private final Vertx vertx;
    private final Bus bus;
    private final Switchboard switchboard;

    public PeerWatch(Vertx vertx, Bus bus, Switchboard switchboard) {
        this.vertx = vertx;
        this.bus = bus;
        this.switchboard = switchboard;
    }

    /** @return ends it */
    public Runnable start() {
        long timer = vertx.setPeriodic(EVERY_MS, _ -> switchboard.peers().forEach(this::look));
        return () -> {
            boolean _ = vertx.cancelTimer(timer);
        };
    }

    private void look(ReplicaId peer) {
        bus.isLocked(peer).onSuccess(locked -> {
            if (!locked) {
                switchboard.died(peer);
            }
        });
    }
}
