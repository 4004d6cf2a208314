package io.trashpong.relay.edge;

import io.trashpong.bus.ReplicaId;
import io.trashpong.relay.ownership.Peer;
import java.util.List;
import java.util.function.Consumer;

/** Notices at the beat that a replica we share rooms with is dead: its session lock is free, or its lease has run out. */
public final class PeerWatch implements Consumer<List<Peer>> {
    private final ReplicaId self;
    private final Switchboard switchboard;

    public PeerWatch(ReplicaId self, Switchboard switchboard) {
        this.self = self;
        this.switchboard = switchboard;
    }

    @Override
    public void accept(List<Peer> alive) {
        for (ReplicaId peer : switchboard.peers()) {
            if (!peer.equals(self) && alive.stream().noneMatch(each -> each.id().equals(peer))) {
                switchboard.died(peer);
            }
        }
    }
}
