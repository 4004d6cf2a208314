package io.trashpong.relay.ownership;

import io.trashpong.bus.ReplicaId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * Chooses who owns a room, by the loads of the last beat and what was given away since. From any thread.
 */
public final class Placement {
    /** A peer gets a new room only when it has so many less, and so much less: what stays here needs no bus. */
    static final int MARGIN = 32;

    private final ReplicaId self;
    private final IntSupplier rooms;
    private final Map<ReplicaId, Integer> givenSinceBeat = new ConcurrentHashMap<>();
    private volatile List<Peer> peers = List.of();

    /** @param rooms how many this replica owns */
    public Placement(ReplicaId self, IntSupplier rooms) {
        this.self = self;
        this.rooms = rooms;
    }

    /** A new beat's news. */
    public void heard(List<Peer> newest) {
        peers = List.copyOf(newest);
        givenSinceBeat.clear();
    }

    /** Who is to own a room that nobody has entered yet. */
    ReplicaId ownerOfNewRoom() {
        int here = rooms.getAsInt();
        return leastLoaded()
                .filter(peer -> here > MARGIN + load(peer) + load(peer) / 2)
                .map(this::giveTo)
                .orElse(self);
    }

    /** Who is to own a room that this replica gives away; empty when there is nobody. */
    public Optional<ReplicaId> heir() {
        return leastLoaded().map(this::giveTo);
    }

    private Optional<Peer> leastLoaded() {
        return peers.stream().filter(peer -> !peer.draining()).min(Comparator.comparingInt(this::load));
    }

    private ReplicaId giveTo(Peer peer) {
        int _ = givenSinceBeat.merge(peer.id(), 1, Integer::sum);
        return peer.id();
    }

    private int load(Peer peer) {
        return peer.rooms() + givenSinceBeat.getOrDefault(peer.id(), 0);
    }
}
