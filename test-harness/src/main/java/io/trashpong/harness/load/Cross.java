package io.trashpong.harness.load;

/** Which rooms have their two players on different relays. */
enum Cross {
    NONE,
    HALF,
    ALL;

    /** @return the relay that the seat of that room connects to, below {@code relays} */
    int relayOf(int room, int seat, int relays) {
        boolean apart = switch (this) {
            case NONE -> false;
            case HALF -> room % 2 == 0;
            case ALL -> true;
        };
        // Rooms take turns in pairs, so that with half of them crossing both kinds are on every relay.
        return (room / 2 + (apart ? seat : 0)) % relays;
    }
}
