package io.trashpong.relay.ownership;

import io.trashpong.bus.ReplicaId;

/**
 * Another replica of the relay that is not known to be dead.
 *
 * @param rooms it owns
 * @param draining it takes none any more
 */
public record Peer(ReplicaId id, int rooms, boolean draining) {}
