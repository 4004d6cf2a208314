package io.trashpong.relay.socket;

import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.InvalidMessageException;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.TextFrame;
import io.trashpong.relay.edge.EdgeRooms;
import io.trashpong.relay.edge.MemberChannel;
import io.trashpong.relay.meter.EventLog;
import io.trashpong.relay.meter.RelayMeters;
import io.trashpong.relay.room.Frame;
import io.trashpong.relay.room.ResumeSecret;
import io.trashpong.relay.room.RoomCommand.Position;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's WebSocket: limits, parses, hands over, closes with a code. Its handlers run on the socket's event loop; what
 * {@link MemberChannel} offers may be called from any thread.
 */
final class RoomSocket implements MemberChannel {
    private final ServerWebSocket socket;
    private final RoomId room;
    private final @Nullable RoomTicket ticket;
    private final EdgeRooms rooms;
    private final RelayMeters meters;
    private final Vertx vertx;
    private final Consumer<RoomSocket> onGone;
    private final long number;
    private final SendQueue queue;
    private final MessageRate rate = new MessageRate(System.nanoTime());
    private final SocketTimes times;
    private final Liveness liveness;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile long origin;
    private boolean greeted;
    private long pinger;

    RoomSocket(
            ServerWebSocket socket,
            RoomId room,
            @Nullable RoomTicket ticket,
            EdgeRooms rooms,
            RelayMeters meters,
            Vertx vertx,
            SocketTimes times,
            Consumer<RoomSocket> onGone) {
        this.socket = socket;
        this.room = room;
        this.ticket = ticket;
        this.rooms = rooms;
        this.meters = meters;
        this.vertx = vertx;
        this.times = times;
        this.liveness = new Liveness(times.silence(), System.nanoTime());
        this.onGone = onGone;
        this.number = rooms.nextNumber();
        this.queue = new SendQueue(socket, meters, () -> close(CloseCode.TOO_SLOW));
    }

    /** @param source the client's address */
    void begin(String source) {
        meters.connected();
        EventLog.connected(room, number, ticket == null ? null : ticket.player().id(), source);
        socket.textMessageHandler(this::text);
        socket.binaryMessageHandler(this::binary);
        socket.pongHandler(this::pong);
        socket.exceptionHandler(_ -> {});
        socket.closeHandler(_ -> gone());
        pinger = vertx.setPeriodic(times.pingEvery().toMillis(), _ -> beat());
        long _ = vertx.setTimer(times.helloWithin().toMillis(), _ -> {
            if (!greeted) {
                close(CloseCode.TOKEN_BAD_OR_EXPIRED);
            }
        });
    }

    @Override
    public void roomOpensAt(long at) {
        origin = at;
    }

    @Override
    public void send(Frame frame) {
        queue.send(frame);
    }

    @Override
    public void close(CloseCode code) {
        if (open.compareAndSet(true, false)) {
            queue.close();
            meters.closed(code);
            rooms.left(room, number);
            socket.close((short) code.code()).onFailure(_ -> {});
            if (code == CloseCode.TOO_MANY_MESSAGES) {
                // What it still sends stays with the kernel, until Vert.x drops a connection whose client does not
                // close.
                socket.pause();
            }
        }
    }

    private void gone() {
        boolean lost = open.compareAndSet(true, false);
        if (lost) {
            queue.close();
            rooms.left(room, number);
        }
        boolean _ = vertx.cancelTimer(pinger);
        meters.disconnected();
        Short code = socket.closeStatusCode();
        EventLog.disconnected(room, number, code == null ? 1006 : code, !lost || code != null);
        onGone.accept(this);
    }

    private void text(String text) {
        if (isAllowed(text.length() > SocketLimits.MAX_MESSAGE_BYTES ? text.length() : utf8Length(text))) {
            try {
                said(TextFrame.decodeClient(text));
            } catch (InvalidMessageException e) {
                close(CloseCode.INVALID_PAYLOAD);
            }
        }
    }

    private void binary(Buffer frame) {
        if (isAllowed(frame.length())) {
            try {
                said(BinaryFrame.decodeClient(frame.getBytes()));
            } catch (InvalidMessageException e) {
                close(CloseCode.INVALID_PAYLOAD);
            }
        }
    }

    private boolean isAllowed(int bytes) {
        if (!open.get()) {
            return false;
        }
        long now = System.nanoTime();
        meters.received();
        liveness.sign(now);
        if (bytes > SocketLimits.MAX_MESSAGE_BYTES) {
            close(CloseCode.MESSAGE_TOO_BIG);
            return false;
        }
        if (!rate.take(now)) {
            close(CloseCode.TOO_MANY_MESSAGES);
            return false;
        }
        return true;
    }

    private void said(ClientMessage message) {
        switch (message) {
            case ClientMessage.Ping(long t) -> answer(t);
            case ClientMessage.Hello hello when !greeted -> hello(hello);
            case ClientMessage.Seldom _, ClientMessage.Frequent _ -> {
                if (greeted) {
                    rooms.said(room, number, message);
                } else {
                    var refused = new ServerMessage.Refused(ErrorCode.NOT_NOW, false, "hello comes first");
                    send(Frame.of(refused));
                }
            }
        }
    }

    private void answer(long t) {
        long since = origin;
        if (since > 0) {
            send(Frame.of(new ServerMessage.Pong(t, rooms.roomTime(since))));
        }
    }

    private void hello(ClientMessage.Hello hello) {
        ClientMessage.Resume resume = hello.resume();
        if (resume != null && ResumeSecret.isOne(resume.secret())) {
            greeted = true;
            var seen = new Position(resume.epoch(), resume.seq());
            rooms.join(room, number, ticket, resume.secret(), seen, this);
        } else if (ticket != null) {
            greeted = true;
            rooms.join(room, number, ticket, ResumeSecret.random(), null, this);
        } else {
            close(CloseCode.TOKEN_BAD_OR_EXPIRED);
        }
    }

    private void beat() {
        long now = System.nanoTime();
        if (liveness.isSilent(now)) {
            close(CloseCode.NO_SIGN_OF_LIFE);
        } else if (open.get()) {
            socket.writePing(liveness.ping(now)).onFailure(_ -> {});
        }
    }

    private void pong(Buffer payload) {
        liveness.pong(payload, System.nanoTime()).ifPresent(roundTrip -> {
            if (greeted) {
                rooms.measured(room, number, roundTrip);
            }
        });
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
