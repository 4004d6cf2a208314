package io.trashpong.relay.edge;

import io.trashpong.bus.ReplicaId;
import io.trashpong.relay.host.RoomHost;

/** Where a room's commands go from here. */
sealed interface Route {

    /** Nobody knows yet; members wait. */
    record Unknown() implements Route {}

    record Here(RoomHost host) implements Route {}

    record There(ReplicaId owner, long epoch, long origin) implements Route {}
}
