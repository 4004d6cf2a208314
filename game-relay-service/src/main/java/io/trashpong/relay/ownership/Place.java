package io.trashpong.relay.ownership;

import io.trashpong.bus.ReplicaId;

/** Where a room is ruled. */
public sealed interface Place {

    /** Here, as of now. */
    record Here(Claim claim) implements Place {}

    /** There, by a living replica. */
    record There(ReplicaId owner, long epoch, long origin) implements Place {}

    /** The room is over, or never was. */
    record Nowhere() implements Place {}
}
