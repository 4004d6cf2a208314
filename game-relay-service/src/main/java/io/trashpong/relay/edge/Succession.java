package io.trashpong.relay.edge;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.RoomId;
import io.trashpong.relay.host.Drain;
import io.trashpong.relay.host.RoomHost;
import io.trashpong.relay.host.RoomHosts;
import io.trashpong.relay.link.LinkMessage;
import io.trashpong.relay.room.ConnectionId;
import io.trashpong.relay.room.RoomCommand;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What owners say when a room changes hands: the old one to its heir, the new one to the edges. Called on the room's loop.
 */
public final class Succession implements Drain.Farewell {
    private final RoomHosts hosts;
    private final BiConsumer<ReplicaId, LinkMessage> send;

    public Succession(RoomHosts hosts, BiConsumer<ReplicaId, LinkMessage> send) {
        this.hosts = hosts;
        this.send = send;
    }

    @Override
    public void handedOver(RoomHost leaving, ReplicaId heir, long epoch) {
        RoomId room = leaving.room();
        send.accept(heir, new LinkMessage.HandedOver(room, epoch));
        hosts.departed(leaving);
        leaving.passOnTo(command -> passOn(room, epoch, heir, command));
    }

    @Override
    public void letGo(RoomHost leaving) {
        for (String edge : leaving.edges()) {
            send.accept(new ReplicaId(edge), new LinkMessage.AttachAgain(leaving.room(), leaving.epoch()));
        }
    }

    /** This replica goes on with a room: its members' edges, this one too, learn where. */
    void takenUp(RoomHost host) {
        for (String edge : host.edges()) {
            List<Long> numbers =
                    host.connectionsAt(edge).stream().map(ConnectionId::number).toList();
            send.accept(
                    new ReplicaId(edge),
                    new LinkMessage.Repointed(host.room(), host.epoch(), host.origin(), host.lastSeq(), numbers));
        }
    }

    private void passOn(RoomId room, long epoch, ReplicaId heir, RoomCommand command) {
        switch (command) {
            case RoomCommand.Attach(ConnectionId connection, var ticket, String secret, var seen) ->
                passOn(
                        heir,
                        connection,
                        new LinkMessage.Attach(room, epoch, connection.number(), ticket, secret, seen));
            case RoomCommand.Detach(ConnectionId connection) ->
                passOn(heir, connection, new LinkMessage.Detach(room, epoch, connection.number()));
            case RoomCommand.Say(ConnectionId connection, var message) ->
                passOn(heir, connection, LinkMessage.Say.of(room, epoch, connection.number(), message));
            case RoomCommand.GiveUpSeat(int seat, var player) ->
                send.accept(heir, new LinkMessage.SeatGivenUp(room, seat, player));
            case RoomCommand.Delete _ -> send.accept(heir, new LinkMessage.Deleted(room));
            // The next round trip is measured soon; wake-ups and answers of the store were for the old owner.
            case RoomCommand.Measure _, RoomCommand.Wake _, RoomCommand.Written _ -> {}
        }
    }

    private void passOn(ReplicaId heir, ConnectionId connection, LinkMessage.ToOwner message) {
        send.accept(heir, new LinkMessage.PassedOn(message.room(), connection.edge(), message));
    }
}
