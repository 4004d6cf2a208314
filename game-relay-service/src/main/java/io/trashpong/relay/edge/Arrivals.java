package io.trashpong.relay.edge;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.RoomId;
import io.trashpong.relay.host.RoomLoop;
import io.trashpong.relay.link.LinkMessage;
import io.trashpong.relay.ownership.Holdings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Rooms that others say are ruled here and that are not, or not yet: takes up what was given to this replica, and keeps
 * what is said to such a room until then. Called on the room's loop only.
 */
final class Arrivals {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    /** What is said to one room while it is taken up; what comes past that is lost, and its edge attaches again. */
    private static final int MAX_WAITING = 1_024;

    private final RoomLoop.Group loops;
    private final RoomFinder finder;
    private final Holdings holdings;
    private final BiConsumer<ReplicaId, LinkMessage.ToOwner> ruled;
    private final BiConsumer<ReplicaId, LinkMessage.ToOwner> unruled;
    private final Map<RoomId, List<Said>> waiting = new ConcurrentHashMap<>();

    private record Said(ReplicaId from, LinkMessage.ToOwner message) {}

    /**
     * @param ruled gets what was said to a room that is ruled here now
     * @param unruled gets what was said to one that is not
     */
    Arrivals(
            RoomLoop.Group loops,
            RoomFinder finder,
            Holdings holdings,
            BiConsumer<ReplicaId, LinkMessage.ToOwner> ruled,
            BiConsumer<ReplicaId, LinkMessage.ToOwner> unruled) {
        this.loops = loops;
        this.finder = finder;
        this.holdings = holdings;
        this.ruled = ruled;
        this.unruled = unruled;
    }

    /** Somebody says that the room was given to this replica. */
    void takeUp(RoomId room, long epoch) {
        List<Said> said = new ArrayList<>();
        if (waiting.putIfAbsent(room, said) != null) {
            return;
        }
        finder.takeUp(room, epoch).onComplete(found -> {
            List<Said> _ = waiting.remove(room);
            if (found.succeeded() && found.result() instanceof RoomFinder.Found.Host) {
                said.forEach(each -> ruled.accept(each.from(), each.message()));
            } else {
                LOG.debugf("room %s is not ruled here under epoch %d", room, epoch);
                letGo(room, epoch, said);
            }
        });
    }

    /** Somebody takes this replica for the room's owner. */
    void said(ReplicaId from, LinkMessage.ToOwner message) {
        takeUp(message.room(), message.epoch());
        List<Said> said = waiting.get(message.room());
        if (said == null) {
            unruled.accept(from, message);
        } else if (said.size() < MAX_WAITING) {
            boolean _ = said.add(new Said(from, message));
        }
    }

    /** The row may still name this replica, from before it stood still: then it must not lead anybody here again. */
    private void letGo(RoomId room, long epoch, List<Said> said) {
        Runnable answer = () -> said.forEach(each -> unruled.accept(each.from(), each.message()));
        if (finder.isUnderWay(room)) {
            answer.run();
        } else {
            loops.of(room).here(holdings.release(room, epoch)).onComplete(_ -> answer.run());
        }
    }
}
