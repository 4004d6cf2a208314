package io.trashpong.relay.edge;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.RoomId;
import io.trashpong.relay.host.RoomHost;
import io.trashpong.relay.link.LinkMessage;
import io.trashpong.relay.ownership.Place;
import io.trashpong.relay.room.ConnectionId;
import io.trashpong.relay.room.Frame;
import io.trashpong.relay.room.RoomCommand;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The members of one room that are connected here, and the way to the room's owner. When the owner changes, its members
 * attach to the new one as if they had come back, each from where it stood. All on the room's loop.
 */
final class EdgeRoom {
    private static final Logger LOG = Logger.getLogger(EdgeRoom.class);
    private static final long FIRST_RETRY_MS = 50;
    private static final long LONGEST_RETRY_MS = 2_000;
    /** About a quarter of a minute. */
    private static final int MAX_TRIES = 12;

    private final RoomId room;
    private final EdgeRooms rooms;
    private final Map<Long, EdgeMember> members = new HashMap<>();
    private Route route = new Route.Unknown();
    private boolean resolving;

    EdgeRoom(RoomId room, EdgeRooms rooms) {
        this.room = room;
        this.rooms = rooms;
    }

    void join(EdgeMember member) {
        members.put(member.number, member);
        if (route instanceof Route.Here(RoomHost host) && host.isStopped()) {
            route = new Route.Unknown();
        }
        switch (route) {
            case Route.Unknown _ -> resolve(1);
            case Route.Here _, Route.There _ -> attach(member);
        }
    }

    void said(long number, ClientMessage message) {
        if (!members.containsKey(number)) {
            return;
        }
        switch (route) {
            case Route.Unknown _ -> rooms.meters().dropped();
            case Route.Here(RoomHost host) -> host.accept(new RoomCommand.Say(id(number), message));
            case Route.There there ->
                rooms.send(there.owner(), LinkMessage.Say.of(room, there.epoch(), number, message));
        }
    }

    void measured(long number, long roundTrip) {
        if (!members.containsKey(number)) {
            return;
        }
        switch (route) {
            case Route.Unknown _ -> {}
            case Route.Here(RoomHost host) -> host.accept(new RoomCommand.Measure(id(number), roundTrip));
            case Route.There(ReplicaId owner, long epoch, long origin) ->
                rooms.send(owner, new LinkMessage.Measure(room, epoch, number, roundTrip, rooms.roomTime(origin)));
        }
    }

    /** The client is gone. */
    void left(long number) {
        if (members.remove(number) == null) {
            return;
        }
        detach(number);
        rooms.forgetIfEmpty(this);
    }

    void deliver(long epoch, List<Long> numbers, Frame frame) {
        if (epoch != epoch()) {
            return;
        }
        for (long number : numbers) {
            EdgeMember member = members.get(number);
            if (member != null) {
                member.sawUpTo(epoch, frame.seq());
                member.channel.send(frame);
            }
        }
    }

    void close(long epoch, List<Long> numbers, CloseCode code) {
        if (epoch != epoch()) {
            return;
        }
        for (long number : numbers) {
            EdgeMember member = members.remove(number);
            if (member != null) {
                member.channel.close(code);
            }
        }
        rooms.forgetIfEmpty(this);
    }

    /** The owner of that epoch knows nothing of us any more; a message of an older one is passed over. */
    void attachAgain(long epoch) {
        if (epoch == epoch()) {
            reroute();
        }
    }

    /**
     * The room goes on at a new owner, who knows these members as well. Only who may have missed something, because it was
     * on its way from the owner before, attaches anew; the others notice nothing.
     */
    void repointed(Route to, long seq, Collection<Long> known) {
        route = to;
        for (EdgeMember member : List.copyOf(members.values())) {
            if (!known.contains(member.number) || !member.stands(seq)) {
                attach(member);
            }
        }
        for (long number : known) {
            if (!members.containsKey(number)) {
                detach(number);
            }
        }
    }

    void ownerLost(ReplicaId owner) {
        if (route instanceof Route.There there && there.owner().equals(owner)) {
            reroute();
        }
    }

    void closeAll(CloseCode code) {
        for (EdgeMember member : List.copyOf(members.values())) {
            left(member.number);
            member.channel.close(code);
        }
    }

    RoomId room() {
        return room;
    }

    Route route() {
        return route;
    }

    /** Nobody is here and nothing is under way. */
    boolean isIdle() {
        return members.isEmpty() && !resolving;
    }

    private void reroute() {
        route = new Route.Unknown();
        resolve(1);
    }

    private void resolve(int tries) {
        if (resolving || members.isEmpty()) {
            return;
        }
        resolving = true;
        rooms.find(room, game()).onComplete(result -> {
            resolving = false;
            if (result.succeeded()) {
                found(result.result());
            } else {
                LOG.warnf("room %s has no owner yet: %s", room, result.cause().getMessage());
                retry(tries);
            }
        });
    }

    private void retry(int tries) {
        if (tries >= MAX_TRIES) {
            closeAll(CloseCode.TRY_AGAIN_LATER);
            return;
        }
        resolving = true;
        rooms.after(room, Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS << tries), () -> {
            resolving = false;
            resolve(tries + 1);
        });
    }

    private void found(RoomFinder.Found found) {
        switch (found) {
            case RoomFinder.Found.Host(RoomHost host) -> route = new Route.Here(host);
            case RoomFinder.Found.Remote(Place.There there) ->
                route = new Route.There(there.owner(), there.epoch(), there.origin());
            case RoomFinder.Found.Full _ -> {
                closeAll(CloseCode.TRY_AGAIN_LATER);
                return;
            }
            case RoomFinder.Found.Gone _ -> {
                closeAll(CloseCode.ROOM_GONE);
                return;
            }
        }
        List.copyOf(members.values()).forEach(this::attach);
        rooms.forgetIfEmpty(this);
    }

    private void attach(EdgeMember member) {
        member.channel.roomOpensAt(origin());
        switch (route) {
            case Route.Unknown _ -> {}
            case Route.Here(RoomHost host) ->
                host.accept(new RoomCommand.Attach(id(member.number), member.ticket, member.secret, member.seen));
            case Route.There(ReplicaId owner, long epoch, long _) ->
                rooms.send(
                        owner,
                        new LinkMessage.Attach(room, epoch, member.number, member.ticket, member.secret, member.seen));
        }
    }

    private void detach(long number) {
        switch (route) {
            case Route.Unknown _ -> {}
            case Route.Here(RoomHost host) -> host.accept(new RoomCommand.Detach(id(number)));
            case Route.There(ReplicaId owner, long epoch, long _) ->
                rooms.send(owner, new LinkMessage.Detach(room, epoch, number));
        }
    }

    private @Nullable GameKind game() {
        for (EdgeMember member : members.values()) {
            if (member.ticket != null) {
                return member.ticket.game();
            }
        }
        return null;
    }

    long epoch() {
        return switch (route) {
            case Route.Unknown _ -> 0;
            case Route.Here(RoomHost host) -> host.epoch();
            case Route.There there -> there.epoch();
        };
    }

    private long origin() {
        return switch (route) {
            case Route.Unknown _ -> 0;
            case Route.Here(RoomHost host) -> host.origin();
            case Route.There there -> there.origin();
        };
    }

    private ConnectionId id(long number) {
        return new ConnectionId(rooms.self().value(), number);
    }
}
