package io.trashpong.relay.room;

import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.TextFrame;
import java.nio.charset.StandardCharsets;

/** A server message in the form in which it goes over the wire, encoded once however many receive it. */
public sealed interface Frame {

    /** Where in the room's history its receiver stands after it; 0 when that is where he stood before. */
    long seq();

    /** Bytes on the wire, WebSocket's own header aside. */
    int size();

    record Text(long seq, String text) implements Frame {
        @Override
        public int size() {
            return text.length();
        }
    }

    /** @param bytes not to be changed */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody: this is the hot path
    record Binary(long seq, byte[] bytes) implements Frame {
        @Override
        public int size() {
            return bytes.length;
        }
    }

    /**
     * May be dropped; a newer one of the same seat replaces it.
     *
     * @param seat 0, 1; or {@link #LATE} more for what spectators are shown late, which must not replace what players see
     * @param bytes not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // as for Binary
    record Volatile(int seat, byte[] bytes) implements Frame {
        static final int LATE = 2;

        Volatile late() {
            return new Volatile(seat + LATE, bytes);
        }

        @Override
        public long seq() {
            return 0;
        }

        @Override
        public int size() {
            return bytes.length;
        }
    }

    static Frame of(ServerMessage message) {
        long seq = message instanceof ServerMessage.Numbered numbered ? numbered.seq() : 0;
        if (message instanceof ServerMessage.Welcome welcome) {
            return new Text(welcome.seq(), TextFrame.encode(welcome));
        }
        return switch (message) {
            case ServerMessage.Seldom seldom -> new Text(seq, TextFrame.encode(seldom));
            case ServerMessage.PaddleMoved paddle -> new Volatile(paddle.seat(), BinaryFrame.encode(paddle));
            case ServerMessage.LegStarted leg -> new Binary(seq, BinaryFrame.encode(leg));
            case ServerMessage.Pong pong -> new Binary(seq, BinaryFrame.encode(pong));
        };
    }

    /** The payload as bytes, for the way to another replica. */
    default byte[] payload() {
        return switch (this) {
            case Text text -> text.text().getBytes(StandardCharsets.UTF_8);
            case Binary binary -> binary.bytes();
            case Volatile moving -> moving.bytes();
        };
    }
}
