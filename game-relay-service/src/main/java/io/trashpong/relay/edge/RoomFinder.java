package io.trashpong.relay.edge;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.RoomId;
import io.trashpong.relay.host.RoomHost;
import io.trashpong.relay.host.RoomHosts;
import io.trashpong.relay.host.RoomLoop;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.ownership.Claim;
import io.trashpong.relay.ownership.Lease;
import io.trashpong.relay.ownership.Place;
import io.trashpong.relay.ownership.RoomDirectory;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds who rules a room, or begins to rule it here. One question a room at a time; called on the room's loop only. */
final class RoomFinder {
    private final RoomLoop.Group loops;
    private final RoomHosts hosts;
    private final RoomDirectory directory;
    private final Lease lease;
    private final RelayMeters meters;
    private final Consumer<RoomHost> onTakenUp;
    private final Map<RoomId, Future<Found>> underWay = new ConcurrentHashMap<>();

    /** What came of looking for a room's owner. */
    sealed interface Found {
        record Host(RoomHost host) implements Found {}

        record Remote(Place.There place) implements Found {}

        record Gone() implements Found {}

        /** This replica rules as many rooms as it may. */
        record Full() implements Found {}
    }

    /** @param onTakenUp told of a room that was handed over to this replica, in play */
    RoomFinder(
            RoomLoop.Group loops,
            RoomHosts hosts,
            RoomDirectory directory,
            Lease lease,
            RelayMeters meters,
            Consumer<RoomHost> onTakenUp) {
        this.loops = loops;
        this.hosts = hosts;
        this.directory = directory;
        this.lease = lease;
        this.meters = meters;
        this.onTakenUp = onTakenUp;
    }

    /** @param game opens the room if it is new; null when nobody here may open it */
    Future<Found> find(RoomId room, @Nullable GameKind game) {
        return once(room, () -> {
            long term = lease.term();
            return directory.place(room, game).compose(place -> {
                if (place instanceof Place.Here && lease.term() != term) {
                    return Future.failedFuture(new IllegalStateException("stood still while taking room " + room));
                }
                return Future.succeededFuture(place);
            });
        });
    }

    /** Begins to rule a room that was given to this replica; fails when it was not. */
    Future<Found> takeUp(RoomId room, long epoch) {
        return once(
                room,
                () -> directory
                        .takeUp(room, epoch)
                        .compose(claim -> claim == null
                                ? Future.failedFuture(
                                        new IllegalStateException("room " + room + " is not to be taken up"))
                                : Future.succeededFuture(new Place.Here(claim))));
    }

    boolean isUnderWay(RoomId room) {
        return underWay.containsKey(room);
    }

    private Future<Found> once(RoomId room, Supplier<Future<Place>> question) {
        RoomHost ruled = hosts.find(room);
        if (ruled != null) {
            return Future.succeededFuture(new Found.Host(ruled));
        }
        Future<Found> asked = underWay.get(room);
        if (asked != null) {
            return asked.transform(_ -> once(room, question));
        }
        if (hosts.size() >= EdgeRooms.MAX_ROOMS) {
            return Future.succeededFuture(new Found.Full());
        }
        Future<Found> answer = loops.of(room).here(question.get()).map(place -> {
            Future<Found> _ = underWay.remove(room);
            return found(room, place);
        });
        Future<Found> cleared = answer.onFailure(_ -> underWay.remove(room));
        if (!cleared.isComplete()) {
            underWay.put(room, cleared);
        }
        return cleared;
    }

    private Found found(RoomId room, Place place) {
        return switch (place) {
            case Place.Here(Claim claim) -> new Found.Host(rule(room, claim));
            case Place.There there -> new Found.Remote(there);
            case Place.Nowhere _ -> new Found.Gone();
        };
    }

    private RoomHost rule(RoomId room, Claim claim) {
        RoomHost host = hosts.open(room, claim);
        if (claim.live() != null) {
            meters.tookUp();
            onTakenUp.accept(host);
        } else if (claim.epoch() > 1) {
            meters.tookOver();
        }
        return host;
    }
}
