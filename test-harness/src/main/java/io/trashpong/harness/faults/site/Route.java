package io.trashpong.harness.faults.site;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The relays that one client tries, one after another: where it is now is known, and each new connection goes elsewhere. */
public final class Route implements Supplier<URI> {
    private final List<URI> relays;
    private final RandomGenerator dice;
    private int current;
    private boolean used;

    /** @param first index of the relay to begin with */
    public Route(List<URI> relays, int first, RandomGenerator dice) {
        this.relays = List.copyOf(relays);
        this.dice = dice;
        current = Math.floorMod(first, relays.size());
    }

    @Override
    public synchronized URI get() {
        if (used && relays.size() > 1) {
            current = (current + dice.nextInt(1, relays.size())) % relays.size();
        }
        used = true;
        return relays.get(current);
    }

    /** Index of the relay that was tried last. */
    public synchronized int current() {
        return current;
    }
}
