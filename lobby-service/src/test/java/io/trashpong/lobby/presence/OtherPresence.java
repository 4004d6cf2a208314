package io.trashpong.lobby.presence;

import io.trashpong.bus.Bus;
import io.vertx.core.Vertx;

/** The presence of another replica, for tests. */
public final class OtherPresence {
    private OtherPresence() {}

    public static Presence on(Bus bus, Vertx vertx) {
        return new Presence(bus, vertx);
    }
}
