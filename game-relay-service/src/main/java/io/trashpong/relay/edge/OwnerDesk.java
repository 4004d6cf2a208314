package io.trashpong.relay.edge;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.InvalidMessageException;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.relay.clock.PgClock;
import io.trashpong.relay.host.RoomHost;
import io.trashpong.relay.host.RoomHosts;
import io.trashpong.relay.link.LinkMessage;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.room.ConnectionId;
import io.trashpong.relay.room.RoomCommand;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** What other replicas say to rooms ruled here. Called on the room's loop only. */
final class OwnerDesk {
    private final RoomHosts hosts;
    private final PgClock clock;
    private final RelayMeters meters;
    private final BiConsumer<ReplicaId, LinkMessage> send;

    OwnerDesk(RoomHosts hosts, PgClock clock, RelayMeters meters, BiConsumer<ReplicaId, LinkMessage> send) {
        this.hosts = hosts;
        this.clock = clock;
        this.meters = meters;
        this.send = send;
    }

    /** Whether such a message finds its room here, or one that passes it on. */
    boolean isFor(LinkMessage.ToOwner message) {
        return hosts.find(message.room(), message.epoch()) != null;
    }

    void said(ReplicaId from, LinkMessage.ToOwner message) {
        RoomHost host = hosts.find(message.room(), message.epoch());
        if (host == null) {
            unruled(from, message);
            return;
        }
        var connection = new ConnectionId(from.value(), message.number());
        switch (message) {
            case LinkMessage.Attach attach ->
                host.accept(new RoomCommand.Attach(connection, attach.ticket(), attach.secret(), attach.seen()));
            case LinkMessage.Detach _ -> host.accept(new RoomCommand.Detach(connection));
            case LinkMessage.Say say -> said(host, connection, say);
            case LinkMessage.Measure measure -> {
                long onTheWay = Math.max(0, clock.now() - host.origin() - measure.sentAt());
                host.accept(new RoomCommand.Measure(connection, measure.roundTrip() + 2 * onTheWay));
            }
        }
    }

    /** The sender takes this replica for an owner that it is not. */
    void unruled(ReplicaId from, LinkMessage.ToOwner message) {
        if (!(message instanceof LinkMessage.Detach)) {
            send.accept(from, new LinkMessage.AttachAgain(message.room(), message.epoch()));
        }
    }

    void command(RoomId room, RoomCommand command) {
        RoomHost host = hosts.find(room);
        if (host != null) {
            host.accept(command);
        }
    }

    private void said(RoomHost host, ConnectionId connection, LinkMessage.Say say) {
        try {
            ClientMessage message = say.text()
                    ? TextFrame.decodeClient(new String(say.payload(), StandardCharsets.UTF_8))
                    : BinaryFrame.decodeClient(say.payload());
            host.accept(new RoomCommand.Say(connection, message));
        } catch (InvalidMessageException e) {
            meters.malformedLinkMessage();
        }
    }
}
