package io.trashpong.relay.socket;

import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.Subprotocol;
import io.trashpong.relay.edge.EdgeRooms;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.room.Frame;
import io.trashpong.relay.ticket.TicketVerdict;
import io.trashpong.relay.ticket.TicketVerifier;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Decides who gets a WebSocket of a room, before it is one. */
public final class RoomUpgrade {
    /** Where a room's WebSocket is, for Vert.x's router. */
    public static final String PATH = "/ws/rooms/:room";

    private final Vertx vertx;
    private final Set<String> origins;
    private final TicketVerifier verifier;
    private final EdgeRooms rooms;
    private final RelayMeters meters;
    private final SocketTimes times;
    private final Sources sources;
    private final Set<RoomSocket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    /**
     * @param origins allowed {@code Origin}s of browsers
     * @param trustedProxies CIDRs of peers whose {@code X-Forwarded-For} is believed
     */
    public RoomUpgrade(
            Vertx vertx,
            Set<String> origins,
            List<String> trustedProxies,
            TicketVerifier verifier,
            EdgeRooms rooms,
            RelayMeters meters,
            SocketTimes times) {
        this.vertx = vertx;
        this.origins = Set.copyOf(origins);
        this.verifier = verifier;
        this.rooms = rooms;
        this.meters = meters;
        this.times = times;
        sources = new Sources(trustedProxies);
    }

    /** Subprotocol and bounds; no compression, neither per message nor per frame. */
    public static void configure(HttpServerOptions options) {
        options.setWebSocketSubProtocols(List.of(Subprotocol.TRASHPONG_V1))
                .setMaxWebSocketFrameSize(SocketLimits.MAX_FRAME_BYTES)
                .setMaxWebSocketMessageSize(SocketLimits.MAX_FRAME_BYTES)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setSendBufferSize(SocketLimits.SEND_BUFFER_BYTES)
                .setReceiveBufferSize(SocketLimits.RECEIVE_BUFFER_BYTES)
                .setWebSocketClosingTimeout(SocketLimits.CLOSING_SECONDS)
                .setTcpNoDelay(true);
    }

    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader("Origin");
        Offer offer = Offer.of(request.getHeader("Sec-WebSocket-Protocol"));
        RoomId room = room(context.pathParam("room"));
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            refuse(context, UpgradeRefusal.NO_UPGRADE);
        } else if (origin != null && !origins.contains(origin)) {
            refuse(context, UpgradeRefusal.FOREIGN_ORIGIN);
        } else if (room == null) {
            refuse(context, UpgradeRefusal.NO_ROOM);
        } else if (!offer.speaksOurs()) {
            refuse(context, UpgradeRefusal.NOT_OUR_SUBPROTOCOL);
        } else if (draining || meters.connections() >= SocketLimits.MAX_CONNECTIONS) {
            refuse(context, UpgradeRefusal.NO_PLACE);
        } else if (offer.token() == null) {
            upgrade(context, room, null);
        } else {
            request.pause();
            verifier.verify(offer.token(), room).onSuccess(verdict -> {
                switch (verdict) {
                    case TicketVerdict.Good(RoomTicket ticket) -> upgrade(context, room, ticket);
                    case TicketVerdict.Bad _ -> refuse(context, UpgradeRefusal.TICKET_INVALID);
                    case TicketVerdict.OtherRoom _ -> refuse(context, UpgradeRefusal.TICKET_OF_ANOTHER_ROOM);
                    case TicketVerdict.Unknowable _ -> refuse(context, UpgradeRefusal.KEYS_AWAY);
                }
            });
        }
    }

    /** Lets nobody in any more. */
    public void shut() {
        draining = true;
    }

    /** Tells every client to go to another relay, each at a time of its own. */
    public void sendAway() {
        for (RoomSocket socket : sockets) {
            long soon = ThreadLocalRandom.current().nextLong(DRAIN_SPREAD_MS);
            socket.send(Frame.of(new ServerMessage.Moved(soon)));
        }
    }

    /** Closes what is open with 1012. */
    public void closeAll() {
        sockets.forEach(socket -> socket.close(CloseCode.SERVICE_RESTART));
    }

    public boolean isEmpty() {
        return sockets.isEmpty();
    }

    public boolean isDraining() {
        return draining;
    }

    /** Clients come to another relay spread over this time. */
    public static final long DRAIN_SPREAD_MS = 1_000;

    private void upgrade(RoutingContext context, RoomId room, @Nullable RoomTicket ticket) {
        String source = sources.of(context.request());
        context.request()
                .toWebSocket()
                .onSuccess(websocket -> {
                    var socket = new RoomSocket(websocket, room, ticket, rooms, meters, vertx, times, gone -> {
                        boolean _ = sockets.remove(gone);
                    });
                    boolean _ = sockets.add(socket);
                    socket.begin(source);
                })
                .onFailure(_ -> {
                    if (!context.response().ended()) {
                        refuse(context, UpgradeRefusal.BAD_HANDSHAKE);
                    }
                });
    }

    private static @Nullable RoomId room(@Nullable String text) {
        try {
            return text == null ? null : new RoomId(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void refuse(RoutingContext context, UpgradeRefusal refusal) {
        context.request().resume();
        refusal.send(context.response());
    }
}
