package io.trashpong.relay.host;

import io.trashpong.bus.ReplicaId;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.ownership.Holdings;
import io.trashpong.relay.ownership.Placement;
import io.trashpong.relay.room.LiveRoom;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Gives this replica's rooms to others, each whole and in play: the least loaded one gets it, by compare-and-swap of owner
 * and epoch. A room that nobody takes is let go of, and goes on from its row.
 */
public final class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final long LOOK_AGAIN_MS = 20;
    /** So often a room is looked at before it is let go with a write or a verdict under way: two seconds. */
    private static final int MAX_LOOKS = 100;
    /** Rooms that wait for their row at the same time: few, so that each waits shortly. */
    private static final int MAX_AT_ONCE = 16;
    /** Replicas that are asked before a room is let go. */
    private static final int MAX_HEIRS = 3;
    /** Looks for rooms that came while others went. */
    private static final int MAX_ROUNDS = 3;

    private final Vertx vertx;
    private final RoomHosts hosts;
    private final Holdings holdings;
    private final Placement placement;
    private final Farewell farewell;
    private final RelayMeters meters;
    private final AtomicInteger underWay = new AtomicInteger();

    /** Tells the other replicas what became of a room. Called on its loop. */
    public interface Farewell {
        /** That one owns it now, under that epoch. */
        void handedOver(RoomHost leaving, ReplicaId heir, long epoch);

        /** Nobody owns it. */
        void letGo(RoomHost leaving);
    }

    public Drain(
            Vertx vertx,
            RoomHosts hosts,
            Holdings holdings,
            Placement placement,
            Farewell farewell,
            RelayMeters meters) {
        this.vertx = vertx;
        this.hosts = hosts;
        this.holdings = holdings;
        this.placement = placement;
        this.farewell = farewell;
        this.meters = meters;
    }

    /** Completes when no room is left; one whose row could not be changed is left to the free lock. */
    public Future<Void> giveAwayRooms() {
        return round(1);
    }

    private Future<Void> round(int number) {
        return Future.join(hosts.all().stream().map(this::giveAway).toList()).compose(_ -> {
            if (hosts.size() == 0 || number >= MAX_ROUNDS) {
                return Future.succeededFuture();
            }
            return vertx.timer(LOOK_AGAIN_MS).compose(_ -> round(number + 1));
        });
    }

    private Future<Void> giveAway(RoomHost host) {
        Promise<Void> done = Promise.promise();
        host.loop().execute(() -> whenCalm(host, 1, done));
        return done.future();
    }

    private void whenCalm(RoomHost host, int looks, Promise<Void> done) {
        if (host.isStopped()) {
            done.complete();
        } else if ((host.isCalm() && underWay.get() < MAX_AT_ONCE) || looks >= MAX_LOOKS) {
            int _ = underWay.incrementAndGet();
            give(host, host.freeze(), 1).onComplete(_ -> {
                int _ = underWay.decrementAndGet();
                done.complete();
            });
        } else {
            Runnable _ = host.loop().after(LOOK_AGAIN_MS, () -> whenCalm(host, looks + 1, done));
        }
    }

    private Future<Void> give(RoomHost host, Optional<LiveRoom> live, int tries) {
        Optional<ReplicaId> heir = tries > MAX_HEIRS ? Optional.empty() : placement.heir();
        if (heir.isEmpty() || live.isEmpty()) {
            return letGo(host);
        }
        return host.loop()
                .here(holdings.give(host.room(), host.epoch(), heir.get(), live.get()))
                .compose(epoch -> {
                    if (epoch.isEmpty()) {
                        return give(host, live, tries + 1);
                    }
                    farewell.handedOver(host, heir.get(), epoch.getAsLong());
                    meters.handedOver();
                    return Future.succeededFuture();
                })
                .recover(e -> {
                    LOG.warnf("room %s can't be handed over: %s", host.room(), e.getMessage());
                    return letGo(host);
                });
    }

    private Future<Void> letGo(RoomHost host) {
        meters.failedHandOver();
        return host.loop().here(holdings.release(host.room(), host.epoch())).<Void>transform(_ -> {
            farewell.letGo(host);
            host.stop();
            return Future.succeededFuture();
        });
    }
}
