package io.trashpong.relay.host;

import io.trashpong.protocol.RoomId;
import io.trashpong.relay.clock.PgClock;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.ownership.Claim;
import io.trashpong.relay.ownership.Lease;
import io.trashpong.relay.room.Dice;
import io.trashpong.relay.room.LiveRoom;
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
    private final Lease lease;
    private final List<String> stun;
    /** Rooms handed over in this drain, to pass on what still comes for them. */
    private final Map<RoomId, RoomHost> departed = new ConcurrentHashMap<>();

    public RoomHosts(
            RoomLoop.Group loops,
            PgClock clock,
            RoomStore store,
            Delivery delivery,
            RelayMeters meters,
            Dice dice,
            Lease lease,
            List<String> stun) {
        this.loops = loops;
        this.clock = clock;
        this.store = store;
        this.delivery = delivery;
        this.meters = meters;
        this.dice = dice;
        this.lease = lease;
        this.stun = List.copyOf(stun);
    }

    public @Nullable RoomHost find(RoomId room) {
        return hosts.get(room);
    }

    /** The room as it was ruled under that epoch, here, or handed over from here. */
    public @Nullable RoomHost find(RoomId room, long epoch) {
        RoomHost host = hosts.get(room);
        if (host == null || host.epoch() != epoch) {
            host = departed.get(room);
        }
        return host != null && host.epoch() == epoch ? host : null;
    }

    /** Keeps what passes on to the next owner. */
    public void departed(RoomHost host) {
        RoomHost _ = departed.put(host.room(), host);
    }

    /** The process stood still for so long that others may rule: nothing of it is acted on. From any thread. */
    public void dropAll() {
        all().forEach(host -> host.loop().execute(host::loseOwnership));
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
        LiveRoom live = claim.live();
        long now = Math.max(live == null ? 0 : live.now(), clock.now() - claim.origin());
        var session = session(room, claim, now);
        var writer = new RoomWriter(room, claim.epoch(), loop, store);
        var host = new RoomHost(
                room,
                claim.epoch(),
                claim.origin(),
                loop,
                session,
                clock,
                writer,
                delivery,
                meters,
                lease,
                now,
                stopped -> {
                    boolean _ = hosts.remove(room, stopped);
                });
        RoomHost _ = hosts.put(room, host);
        host.begin();
        return host;
    }

    private RoomSession session(RoomId room, Claim claim, long now) {
        LiveRoom live = claim.live();
        if (live == null) {
            return new RoomSession(
                    room, claim.epoch(), claim.origin(), claim.state(), claim.revision(), dice, stun, now);
        }
        var game = claim.state().game();
        return new RoomSession(room, claim.epoch(), claim.origin(), game, claim.revision(), live, dice, stun);
    }
}
