package io.trashpong.relay.lobby;

import io.trashpong.bus.DurableTopic;
import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.InvalidMessageException;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.LobbyEvent;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.relay.edge.Switchboard;
import io.trashpong.relay.link.LinkMessage;
import io.trashpong.relay.ownership.LobbyWishes;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does what the lobby says: in the row at once, and with the owner, if the room has one. */
public final class LobbyEvents implements DurableTopic.Handler {
    private static final Logger LOG = Logger.getLogger(LobbyEvents.class);

    private final LobbyWishes wishes;
    private final DurableTopic relayEvents;
    private final Switchboard switchboard;

    public LobbyEvents(LobbyWishes wishes, DurableTopic relayEvents, Switchboard switchboard) {
        this.wishes = wishes;
        this.relayEvents = relayEvents;
        this.switchboard = switchboard;
    }

    @Override
    public Future<Void> handle(SqlConnection transaction, List<String> events) {
        Future<Void> handled = Future.succeededFuture();
        for (String json : events) {
            handled = handled.compose(_ -> handle(transaction, json));
        }
        return handled;
    }

    private Future<Void> handle(SqlConnection transaction, String json) {
        LobbyEvent event;
        try {
            event = TextFrame.decodeLobbyEvent(json);
        } catch (InvalidMessageException e) {
            LOG.warn("an event of the lobby can't be read; it is passed over");
            return Future.succeededFuture();
        }
        return switch (event) {
            case LobbyEvent.RoomDeleted(var room) ->
                wishes.close(transaction, room)
                        .compose(owner -> relayEvents
                                .append(transaction, TextFrame.encode(new RelayEvent.RoomClosed(room)))
                                .map(owner))
                        .map(owner -> tell(owner, new LinkMessage.Deleted(room)));
            case LobbyEvent.SeatGivenUp(var room, int seat, var player) ->
                wishes.giveUpSeat(transaction, room, seat, player)
                        .map(owner -> tell(owner, new LinkMessage.SeatGivenUp(room, seat, player)));
        };
    }

    private @Nullable Void tell(Optional<ReplicaId> owner, LinkMessage message) {
        owner.ifPresent(replica -> switchboard.send(replica, message));
        return null;
    }
}
