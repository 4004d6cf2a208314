package io.trashpong.relay.edge;

import io.trashpong.bus.Bus;
import io.trashpong.bus.OrderedTopic;
import io.trashpong.bus.ReplicaId;
import io.trashpong.bus.VolatileTopic;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.InvalidMessageException;
import io.trashpong.protocol.RoomId;
import io.trashpong.relay.clock.PgClock;
import io.trashpong.relay.host.Delivery;
import io.trashpong.relay.host.RoomHost;
import io.trashpong.relay.host.RoomHosts;
import io.trashpong.relay.host.RoomLoop;
import io.trashpong.relay.link.LinkCodec;
import io.trashpong.relay.link.LinkMessage;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.ownership.Holdings;
import io.trashpong.relay.ownership.Lease;
import io.trashpong.relay.ownership.RoomDirectory;
import io.trashpong.relay.room.ConnectionId;
import io.trashpong.relay.room.Frame;
import io.trashpong.relay.room.RoomCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Passes messages between edges and owners: directly where both are here, else over the bus. */
public final class Switchboard implements Delivery {
    private static final String TOPIC = "room";
    private static final String PADDLES = "paddle";

    private final ReplicaId self;
    private final PgClock clock;
    private final RelayMeters meters;
    private final OrderedTopic ordered;
    private final VolatileTopic paddles;
    private final Set<ReplicaId> peers = ConcurrentHashMap.newKeySet();
    private @Nullable EdgeRooms edges;
    private @Nullable RoomHosts hosts;
    private @Nullable OwnerDesk desk;
    private @Nullable Arrivals arrivals;

    public Switchboard(Bus bus, PgClock clock, RelayMeters meters) {
        this.self = bus.self();
        this.clock = clock;
        this.meters = meters;
        ordered = bus.openOrdered(TOPIC, new OrderedTopic.Listener() {
            @Override
            public void received(ReplicaId from, byte[] payload) {
                Switchboard.this.received(from, payload);
            }

            @Override
            public void gap(ReplicaId from) {
                lost(from);
            }
        });
        paddles = bus.openVolatile(PADDLES, this::received);
    }

    /** To be called once, before the bus is started. @return the rooms with members here */
    public EdgeRooms connect(
            RoomLoop.Group loops,
            RoomHosts roomHosts,
            RoomDirectory directory,
            Holdings holdings,
            Lease lease,
            Succession succession) {
        var finder = new RoomFinder(loops, roomHosts, directory, lease, meters, succession::takenUp);
        var rooms = new EdgeRooms(self, loops, clock, finder, this, meters);
        var ownerDesk = new OwnerDesk(roomHosts, clock, meters, this::send);
        hosts = roomHosts;
        edges = rooms;
        desk = ownerDesk;
        arrivals = new Arrivals(loops, finder, holdings, ownerDesk::said, ownerDesk::unruled);
        return rooms;
    }

    @Override
    public void deliver(RoomId room, long epoch, List<ConnectionId> to, Frame frame) {
        byEdge(to).forEach((edge, numbers) -> {
            if (edge.equals(self.value())) {
                edges().with(room, local -> local.deliver(epoch, numbers, frame));
                return;
            }
            byte[] payload = LinkCodec.encode(new LinkMessage.Deliver(room, epoch, numbers, frame));
            if (frame instanceof Frame.Volatile moving) {
                paddles.send(new ReplicaId(edge), room.value() + moving.seat(), payload);
            } else {
                ordered.send(new ReplicaId(edge), payload);
            }
        });
    }

    @Override
    public void close(RoomId room, long epoch, List<ConnectionId> connections, CloseCode code) {
        byEdge(connections).forEach((edge, numbers) -> {
            if (edge.equals(self.value())) {
                edges().with(room, local -> local.close(epoch, numbers, code));
            } else {
                send(new ReplicaId(edge), new LinkMessage.Close(room, epoch, numbers, code.code()));
            }
        });
    }

    @Override
    public void forsake(RoomId room, long epoch, List<ConnectionId> connections) {
        byEdge(connections).forEach((edge, numbers) -> {
            if (edge.equals(self.value())) {
                edges().with(room, local -> local.close(epoch, numbers, CloseCode.OWNERSHIP_MOVED));
            } else {
                send(new ReplicaId(edge), new LinkMessage.AttachAgain(room, epoch));
            }
        });
    }

    /** In order, to another replica or to this one. */
    public void send(ReplicaId to, LinkMessage message) {
        if (to.equals(self)) {
            received(self, message);
        } else {
            peers.add(to);
            ordered.send(to, LinkCodec.encode(message));
        }
    }

    /** Replicas that rooms are or were shared with, as far as they are not known to be dead. */
    Set<ReplicaId> peers() {
        return Set.copyOf(peers);
    }

    void died(ReplicaId peer) {
        peers.remove(peer);
        lost(peer);
    }

    /** What passed between that replica and this one is lost, or it is dead: both sides begin anew. */
    public void lost(ReplicaId replica) {
        for (EdgeRoom edge : edges().all()) {
            edges().with(edge.room(), room -> room.ownerLost(replica));
        }
        for (RoomHost host : hosts().all()) {
            host.loop().execute(() -> {
                if (host.hasMembersAt(replica.value())) {
                    host.detachAllAt(replica.value());
                    send(replica, new LinkMessage.AttachAgain(host.room(), host.epoch()));
                }
            });
        }
    }

    private void received(ReplicaId from, byte[] payload) {
        peers.add(from);
        try {
            received(from, LinkCodec.decode(payload));
        } catch (InvalidMessageException e) {
            meters.malformedLinkMessage();
        }
    }

    private void received(ReplicaId from, LinkMessage message) {
        edges().onLoop(message.room(), () -> {
            switch (message) {
                case LinkMessage.ToOwner toOwner -> toOwner(from, toOwner);
                case LinkMessage.Repointed repointed -> repointed(from, repointed);
                case LinkMessage.ToEdge toEdge -> edges().with(toEdge.room(), edge -> toEdge(edge, toEdge));
                case LinkMessage.HandedOver(RoomId room, long epoch) ->
                    Objects.requireNonNull(arrivals).takeUp(room, epoch);
                case LinkMessage.PassedOn passed -> toOwner(new ReplicaId(passed.edge()), passed.message());
                case LinkMessage.Deleted(RoomId room) -> desk().command(room, new RoomCommand.Delete());
                case LinkMessage.SeatGivenUp(RoomId room, int seat, var player) ->
                    desk().command(room, new RoomCommand.GiveUpSeat(seat, player));
            }
        });
    }

    private static void toEdge(EdgeRoom edge, LinkMessage.ToEdge message) {
        switch (message) {
            case LinkMessage.Deliver deliver -> edge.deliver(deliver.epoch(), deliver.numbers(), deliver.frame());
            case LinkMessage.Close close -> edge.close(close.epoch(), close.numbers(), closeCode(close.code()));
            case LinkMessage.AttachAgain again -> edge.attachAgain(again.epoch());
            case LinkMessage.Repointed _ -> {}
        }
    }

    private void toOwner(ReplicaId from, LinkMessage.ToOwner message) {
        if (desk().isFor(message)) {
            desk().said(from, message);
        } else {
            Objects.requireNonNull(arrivals).said(from, message);
        }
    }

    private void repointed(ReplicaId from, LinkMessage.Repointed message) {
        edges().with(message.room(), edge -> {
            RoomHost host = hosts().find(message.room());
            if (message.epoch() <= edge.epoch()) {
                return;
            }
            if (!from.equals(self)) {
                edge.repointed(
                        new Route.There(from, message.epoch(), message.origin()), message.seq(), message.numbers());
            } else if (host != null) {
                edge.repointed(new Route.Here(host), message.seq(), message.numbers());
            }
        });
    }

    private static CloseCode closeCode(int number) {
        for (CloseCode code : CloseCode.values()) {
            if (code.code() == number) {
                return code;
            }
        }
        return CloseCode.INTERNAL_ERROR;
    }

    private static Map<String, List<Long>> byEdge(List<ConnectionId> connections) {
        var byEdge = new HashMap<String, List<Long>>(4);
        for (ConnectionId connection : connections) {
            byEdge.computeIfAbsent(connection.edge(), _ -> new ArrayList<>()).add(connection.number());
        }
        return byEdge;
    }

    private EdgeRooms edges() {
        return Objects.requireNonNull(edges, "connect() comes first");
    }

    private OwnerDesk desk() {
        return Objects.requireNonNull(desk, "connect() comes first");
    }

    private RoomHosts hosts() {
        return Objects.requireNonNull(hosts, "connect() comes first");
    }
}
