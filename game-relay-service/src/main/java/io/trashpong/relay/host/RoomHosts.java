package io.trashpong.relay.host;

import io.trashpong.protocol.RoomId;
import io.trashpong.relay.clock.PgClock;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.ownership.Claim;
import io.trashpong.relay.room.Dice;
import io.trashpong.relay.room.RoomSession;
import io.trashpong.relay.store.RoomStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rooms this replica owns. */
public final class RoomHosts {
    private final Map<RoomId, RoomHost> hosts = new ConcurrentHashMap<>();
    private final RoomLoop.Group loops;
    private final PgClock clock;
    private final RoomStore store;
    private final Delivery delivery;
    private final RelayMeters meters;
    private final Dice dice;

    public RoomHosts(
            RoomLoop.Group loops, PgClock clock, RoomStore store, Delivery delivery, RelayMeters meters, Dice dice) {
        this.loops = loops;
        this.clock = clock;
        this.store = store;
        this.delivery = delivery;
        this.meters = meters;
        this.dice = dice;
    }

    public @Nullable RoomHost find(RoomId room) {
        return hosts.get(room);
    }

    public Collection<RoomHost> all() {
        return List.copyOf(hosts.values());
    }

    public int size() {
        return hosts.size();
    }

    /** Begins to rule a room under a claim just won. On the room's loop only. */
    public RoomHost open(RoomId room, Claim claim) {
        RoomLoop loop = loops.of(room);
        long now = Math.max(0, clock.now() - claim.origin());
        var session = new RoomSession(room, claim.epoch(), claim.origin(), claim.state(), claim.revision(), dice, now);
        var writer = new RoomWriter(room, claim.epoch(), loop, store);
        var host = new RoomHost(
                room, claim.epoch(), claim.origin(), loop, session, clock, writer, delivery, meters, stopped -> {
                    boolean _ = hosts.remove(room, stopped);
                });
        hosts.put(room, host);
        return host;
    }
}
