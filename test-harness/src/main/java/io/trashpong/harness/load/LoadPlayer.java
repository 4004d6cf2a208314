package io.trashpong.harness.load;

import io.trashpong.games.pong.BallLeg;
import io.trashpong.games.pong.Court;
import io.trashpong.games.pong.Seat;
import io.trashpong.harness.client.RoomClock;
import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.TextFrame;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One seat, played at the least cost: it reads what it must to hit every ball, and knows each of its aims again when the other
 * player gets it. Lives on the generator's event loop.
 */
final class LoadPlayer implements Pacer.Sender {
    private static final int PADDLE = 0x81;
    private static final int PADDLE_SEAT_AT = 1;
    private static final int PADDLE_TARGET_AT = 12;
    private static final int FIRST_PINGS = 5;
    private static final long FIRST_PING_MILLIS = 40;
    /** So many more at short intervals: while the relays still compile, the first may all be slow. */
    private static final int EARLY_PINGS = 25;

    private static final long EARLY_PING_MILLIS = 1_000;
    private static final long PING_MILLIS = 5_000;

    private final Vertx vertx;
    private final Seat seat;
    private final Game game;
    private final LoadTally tally;
    private final RoomClock clock = new RoomClock();
    private final AimLedger ledger = new AimLedger();
    /** When the last aims were to be sent, by the lowest bits of their numbers. */
    private final long[] intended = new long[AimLedger.NUMBER_MASK + 1];

    private @Nullable WebSocket socket;
    private @Nullable LoadPlayer partner;
    private boolean playing;
    private int target = (int) Court.CENTRE_Y;
    private int incoming;
    private int nextAim;
    private int measuredFrom;
    private int measuredTo = Integer.MAX_VALUE;

    LoadPlayer(Vertx vertx, Seat seat, Game game, LoadTally tally) {
        this.vertx = vertx;
        this.seat = seat;
        this.game = game;
        this.tally = tally;
    }

    static void pair(LoadPlayer left, LoadPlayer right) {
        left.partner = right;
        right.partner = left;
    }

    void opened(WebSocket open) {
        socket = open;
        open.textMessageHandler(this::heard);
        open.binaryMessageHandler(this::heard);
        open.closeHandler(_ -> {
            playing = false;
            tally.closed();
        });
        say(new ClientMessage.Hello(null));
    }

    void ready() {
        say(new ClientMessage.Ready());
        ping(1);
    }

    boolean isPlaying() {
        return playing && clock.isSettled();
    }

    void leave() {
        if (socket != null) {
            socket.close().onFailure(_ -> {});
        }
    }

    /** What is sent from now on counts. */
    void measure() {
        measuredFrom = nextAim;
    }

    void measureNoMore() {
        measuredTo = nextAim;
    }

    int sent() {
        return Math.min(measuredTo, nextAim) - measuredFrom;
    }

    int delivered() {
        return ledger.delivered(measuredFrom, Math.min(measuredTo, nextAim));
    }

    int doubled() {
        return ledger.doubled();
    }

    @Override
    public void send(long intendedAt) {
        if (!playing) {
            return;
        }
        intended[nextAim & AimLedger.NUMBER_MASK] = intendedAt;
        write(new ClientMessage.Aim(roomTime(), AimLedger.numbered(target, nextAim)));
        nextAim++;
    }

    private void heard(String text) {
        tally.received(text.length());
        // Told every second, and of no use here.
        if (text.startsWith("{\"type\":\"delay\"")) {
            return;
        }
        switch (TextFrame.decodeServer(text)) {
            case ServerMessage.Countdown _ -> playing = true;
            case ServerMessage.Finished _ -> say(new ClientMessage.Rematch());
            case ServerMessage.Refused _ -> tally.refused();
            case ServerMessage.Seldom _ -> {}
        }
    }

    private void heard(Buffer frame) {
        tally.received(frame.length());
        if (frame.getUnsignedByte(0) == PADDLE) {
            if (frame.getByte(PADDLE_SEAT_AT) != seat.number()) {
                Objects.requireNonNull(partner).arrived(frame.getInt(PADDLE_TARGET_AT));
            }
            return;
        }
        switch (BinaryFrame.decodeServer(frame.getBytes())) {
            case ServerMessage.LegStarted leg ->
                legStarted(new BallLeg((int) leg.leg(), leg.t0(), leg.x0(), leg.y0(), leg.vx(), leg.vy(), leg.hits()));
            case ServerMessage.Pong(long t, long roomTime) -> clock.heard(t, localMicros(), roomTime);
            case ServerMessage.PaddleMoved _ -> {}
        }
    }

    private void arrived(int arrivedTarget) {
        int number = ledger.arrived(arrivedTarget, nextAim);
        if (number >= measuredFrom && number < measuredTo) {
            tally.arrived(System.nanoTime() - intended[number & AimLedger.NUMBER_MASK]);
        }
    }

    private void legStarted(BallLeg leg) {
        incoming = leg.leg();
        boolean mine = leg.defender() == seat;
        // Off the centre by a different length each time, so that the angles differ; always a hit.
        long off = Court.PADDLE_HALF * (leg.leg() * 37 % 100 - 50) / 80;
        long wanted = mine ? leg.yAt(leg.crossingTime()) + off : Court.CENTRE_Y;
        target = (int) Math.clamp(wanted, Court.PADDLE_TOP, Court.PADDLE_BOTTOM - AimLedger.NUMBER_MASK - 1);
        if (game == Game.PONG) {
            Reflexes.play(vertx, this, leg, mine);
        }
    }

    boolean isAwaiting(BallLeg leg) {
        return playing && incoming == leg.leg();
    }

    void commit(BallLeg leg) {
        write(new ClientMessage.Commit(roomTime(), leg.leg()));
    }

    long roomTime() {
        return clock.at(localMicros());
    }

    private void ping(int number) {
        WebSocket open = socket;
        if (open == null || open.isClosed()) {
            return;
        }
        write(new ClientMessage.Ping(localMicros()));
        var _ = vertx.setTimer(pause(number), _ -> ping(number + 1));
    }

    private static long pause(int pings) {
        if (pings < FIRST_PINGS) {
            return FIRST_PING_MILLIS;
        }
        return pings < EARLY_PINGS ? EARLY_PING_MILLIS : PING_MILLIS;
    }

    private void say(ClientMessage.Seldom message) {
        WebSocket open = socket;
        if (open != null && !open.isClosed()) {
            String text = TextFrame.encode(message);
            tally.sent(text.length());
            open.writeTextMessage(text).onFailure(_ -> {});
        }
    }

    private void write(ClientMessage.Frequent message) {
        WebSocket open = socket;
        if (open != null && !open.isClosed()) {
            byte[] frame = BinaryFrame.encode(message);
            tally.sent(frame.length);
            open.writeBinaryMessage(Buffer.buffer(frame)).onFailure(_ -> {});
        }
    }

    private static long localMicros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    }
}
