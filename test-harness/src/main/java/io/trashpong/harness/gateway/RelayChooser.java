package io.trashpong.harness.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Which relay a connection to a room goes to. Any relay serves any room, so this is never about right and wrong. */
@FunctionalInterface
public interface RelayChooser {

    /**
     * @param relays how many there are
     * @return the relays' indexes in the order to try them
     */
    List<Integer> order(int relays);

    /** Spreads connections evenly, so that two players of a room often sit on different relays. */
    static RelayChooser roundRobin() {
        var next = new AtomicInteger();
        return relays -> beginningWith(Math.floorMod(next.getAndIncrement(), relays), relays);
    }

    /** The relay {@code first}, and the others after it in case it is down. */
    static List<Integer> beginningWith(int first, int relays) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < relays; i++) {
            order.add(i);
        }
        Collections.rotate(order, -first);
        return List.copyOf(order);
    }
}
