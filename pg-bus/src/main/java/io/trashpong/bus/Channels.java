package io.trashpong.bus;

/** The names of the channels: one inbox a replica, and one for all. */
final class Channels {
    static final String ALL = "bus";

    private Channels() {}

    static String inbox(ReplicaId replica) {
        return "bus." + replica.value();
    }

    /** Quoting suffices: a {@link ReplicaId} has no quotes. */
    static String listen(ReplicaId self) {
        return "LISTEN \"%s\"; LISTEN \"%s\"".formatted(ALL, inbox(self));
    }
}
