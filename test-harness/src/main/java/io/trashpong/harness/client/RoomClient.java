package io.trashpong.harness.client;

import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.InvalidMessageException;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.TextFrame;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A member of a room: opens the WebSocket, says hello, keeps the clock, and comes back by its resume secret when the connection
 * breaks. Everything happens on one event loop; {@link #send} may be called from any thread.
 */
public final class RoomClient {
    /** What RFC 6455 calls an end without a close frame. */
    private static final int ABNORMAL = 1006;

    private static final long FIRST_PING_SPACING_MILLIS = 40;
    private static final long PING_MILLIS = 1_000;
    private static final long RECONNECT_MILLIS = 200;
    /** With {@value #RECONNECT_MILLIS} ms in between this is half a minute, the time a player may be away. */
    private static final int MOST_RECONNECTS = 150;
    /** Pongs come every second; without anything for so long the line is dead, whatever TCP says. As the web client. */
    private static final long SILENCE_MICROS = 5_000_000;

    private final Vertx vertx;
    private final Context loop;
    private final WebSocketClient http;
    private final Supplier<URI> route;
    private final String path;
    private final RoomListener listener;
    private final RoomClock clock = new RoomClock();
    private final long clockOrigin = System.nanoTime();
    private final Promise<ServerMessage.Welcome> welcomed = Promise.promise();

    private @Nullable WebSocket socket;
    /** The next connection, open and not yet welcomed, while the one before still plays. */
    private @Nullable WebSocket coming;

    private ClientMessage.@Nullable Resume resume;
    private Traffic traffic = Traffic.NONE;
    private int reconnects;
    private long heardAt;
    private boolean left;

    private RoomClient(Vertx vertx, Supplier<URI> route, Trust trust, String path, RoomListener listener) {
        this.vertx = vertx;
        this.route = route;
        this.path = path;
        this.listener = listener;
        loop = vertx.getOrCreateContext();
        http = SocketOptions.client(vertx, trust);
    }

    /** @param origin the gateway's address, or a relay's own */
    public static RoomClient open(Vertx vertx, URI origin, SeatGrant grant, RoomListener listener) {
        return open(vertx, () -> origin, grant, listener);
    }

    /** @param route asked before each connection where to go; on the event loop */
    public static RoomClient open(Vertx vertx, Supplier<URI> route, SeatGrant grant, RoomListener listener) {
        return open(vertx, route, Trust.MACHINE, grant, listener);
    }

    /** @param trust whose certificates are believed where the route is {@code https} */
    public static RoomClient open(
            Vertx vertx, Supplier<URI> route, Trust trust, SeatGrant grant, RoomListener listener) {
        var client = new RoomClient(vertx, route, trust, grant.relay(), listener);
        client.loop.runOnContext(_ -> client.connect(grant.ticket()));
        return client;
    }

    /** The first welcome; fails when there is none. */
    public Future<ServerMessage.Welcome> welcomed() {
        return welcomed.future();
    }

    /** Sends in order; a message for a connection that is down is dropped, as the network would. */
    public void send(ClientMessage message) {
        loop.runOnContext(_ -> {
            left |= message instanceof ClientMessage.Leave;
            write(message);
        });
    }

    /** Room time in microseconds; on the event loop only. */
    public long roomTime() {
        return clock.at(localMicros());
    }

    public boolean clockIsSettled() {
        return clock.isSettled();
    }

    /** Microseconds. */
    public long roundTrip() {
        return clock.roundTrip();
    }

    /** On the event loop only. */
    public Traffic traffic() {
        return traffic;
    }

    /** Runs {@code task} on this client's event loop. */
    public void onLoop(Runnable task) {
        loop.runOnContext(_ -> task.run());
    }

    /** Runs {@code task} at room time {@code at} or as soon after it as the timer allows. On the event loop only. */
    public void atRoomTime(long at, Runnable task) {
        long wait = at - roomTime();
        if (wait <= 0) {
            task.run();
        } else {
            var _ = vertx.setTimer(Math.max(1, wait / 1_000), _ -> atRoomTime(at, task));
        }
    }

    /** Closes for good, without giving up the seat. */
    public void close() {
        loop.runOnContext(_ -> {
            left = true;
            if (socket != null) {
                var _ = socket.close();
            }
        });
    }

    private void connect(@Nullable String ticket) {
        http.connect(SocketOptions.of(route.get(), path, ticket))
                .onSuccess(this::opened)
                .onFailure(e -> {
                    if (welcomed.tryFail(e)) {
                        listener.ended(ABNORMAL);
                    } else if (socket == null) {
                        comeBack(ABNORMAL);
                    }
                });
    }

    /** While there still is a connection, it is played on with until the new one is welcomed. */
    private void opened(WebSocket opened) {
        if (socket == null) {
            socket = opened;
        } else {
            coming = opened;
        }
        heardAt = localMicros();
        opened.textMessageHandler(text -> decode(opened, () -> TextFrame.decodeServer(text)));
        opened.binaryMessageHandler(bytes -> decode(opened, () -> BinaryFrame.decodeServer(bytes.getBytes())));
        opened.exceptionHandler(_ -> {});
        opened.closeHandler(_ -> closed(opened, opened.closeStatusCode()));
        write(opened, new ClientMessage.Hello(resume));
    }

    private void closed(WebSocket which, @Nullable Short status) {
        if (which.equals(coming)) {
            coming = null;
        }
        if (!which.equals(socket)) {
            return;
        }
        int code = status == null ? ABNORMAL : status;
        socket = coming;
        coming = null;
        listener.lost(code);
        boolean comesBack = Arrays.stream(CloseCode.values())
                .filter(known -> known.code() == code)
                .allMatch(CloseCode::comesBack);
        if (socket == null && (left || !comesBack || resume == null)) {
            welcomed.tryFail("closed with " + code);
            listener.ended(code);
        } else if (socket == null) {
            comeBack(code);
        }
    }

    private void comeBack(int code) {
        if (left || reconnects == MOST_RECONNECTS) {
            listener.ended(code);
            return;
        }
        reconnects++;
        var _ = vertx.setTimer(RECONNECT_MILLIS, _ -> connect(null));
    }

    private void write(ClientMessage message) {
        write(socket, message);
    }

    private void write(@Nullable WebSocket open, ClientMessage message) {
        if (open == null || open.isClosed()) {
            return;
        }
        traffic = traffic.sent();
        var _ = switch (message) {
            case ClientMessage.Seldom seldom -> open.writeTextMessage(TextFrame.encode(seldom));
            case ClientMessage.Frequent frequent ->
                open.writeBinaryMessage(Buffer.buffer(BinaryFrame.encode(frequent)));
        };
    }

    /** What this client can't read it does not play on with: another version of the contract. */
    private void decode(WebSocket from, Supplier<ServerMessage> frame) {
        if (!from.equals(socket) && !from.equals(coming)) {
            return;
        }
        heardAt = localMicros();
        try {
            ServerMessage message = frame.get();
            if (from.equals(coming) && message instanceof ServerMessage.Welcome) {
                change(from);
            }
            if (from.equals(socket)) {
                hear(message);
            }
        } catch (InvalidMessageException e) {
            left = true;
            welcomed.tryFail(e);
            listener.ended(CloseCode.INVALID_PAYLOAD.code());
            if (socket != null) {
                var _ = socket.close((short) CloseCode.INVALID_PAYLOAD.code());
            }
        }
    }

    private void change(WebSocket welcomedOne) {
        WebSocket before = socket;
        socket = welcomedOne;
        coming = null;
        if (before != null) {
            var _ = before.close((short) CloseCode.GOING_AWAY.code());
        }
    }

    private void hear(ServerMessage message) {
        traffic = traffic.received();
        switch (message) {
            case ServerMessage.Pong(long t, long roomTime) -> {
                clock.heard(t, localMicros(), roomTime);
                return;
            }
            case ServerMessage.Welcome welcome -> {
                reconnects = 0;
                resume = new ClientMessage.Resume(welcome.epoch(), welcome.seq(), welcome.resumeSecret());
                ping(1);
                var _ = welcomed.tryComplete(welcome);
            }
            case ServerMessage.Numbered numbered -> {
                var before = Objects.requireNonNull(resume, "a numbered message before the welcome");
                resume = new ClientMessage.Resume(before.epoch(), numbered.seq(), before.secret());
            }
            case ServerMessage.Moved(long reconnectAfterMs) -> {
                WebSocket moving = socket;
                var _ = vertx.setTimer(Math.max(1, reconnectAfterMs), _ -> {
                    if (moving != null && moving.equals(socket)) {
                        connect(null);
                    }
                });
            }
            case ServerMessage.Seldom _, ServerMessage.Frequent _ -> {}
        }
        listener.received(message);
    }

    private void ping(int number) {
        if (socket == null) {
            return;
        }
        WebSocket pinged = socket;
        long sent = localMicros();
        write(new ClientMessage.Ping(sent));
        long next = number < RoomClock.SETTLED_AFTER ? FIRST_PING_SPACING_MILLIS : PING_MILLIS;
        var _ = vertx.setTimer(next, _ -> {
            if (!pinged.equals(socket)) {
                return;
            }
            if (localMicros() - heardAt > SILENCE_MICROS) {
                closed(pinged, (short) CloseCode.NO_SIGN_OF_LIFE.code());
                var _ = pinged.close();
            } else {
                ping(number + 1);
            }
        });
    }

    private long localMicros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - clockOrigin);
    }
}
