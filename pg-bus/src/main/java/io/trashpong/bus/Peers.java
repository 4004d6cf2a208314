package io.trashpong.bus;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Who was heard when, this replica included. Written on the bus's event loop, read from any thread. */
final class Peers {
    private final LongSupplier nanoTime;
    /** From the one silent the longest. */
    private final SequencedMap<ReplicaId, Long> lastHeard = new LinkedHashMap<>();

    Peers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void heard(ReplicaId peer) {
        lastHeard.putLast(peer, nanoTime.getAsLong());
        if (lastHeard.size() > BusLimits.MAX_PEERS) {
            lastHeard.pollFirstEntry();
        }
    }

    /** Nobody could be heard until now, so nobody's silence counts. */
    synchronized void pardonSilence() {
        long now = nanoTime.getAsLong();
        lastHeard.replaceAll((peer, heard) -> now);
    }

    synchronized Set<ReplicaId> listHeardWithin(Duration time) {
        long now = nanoTime.getAsLong();
        return lastHeard.entrySet().stream()
                .filter(peer -> now - peer.getValue() <= time.toNanos())
                .map(peer -> peer.getKey())
                .collect(Collectors.toUnmodifiableSet());
    }
}
