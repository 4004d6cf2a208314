package io.trashpong.bus;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One NOTIFY payload: base64 without padding of a header (a version byte, the sender's id, a number) and a body that is sealed
 * with it: a kind byte, and either whole frames, each behind its length in two bytes, or one piece of a frame that is too large.
 *
 * @param number grows from one envelope of a sender to the next, whatever their channels
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Envelope(ReplicaId sender, long number, Content content) {
    static final byte VERSION = 2;
    static final byte WHOLE = 1;
    static final byte PIECE = 2;
    /** Raw bytes whose base64 is {@link BusLimits#MAX_NOTIFY_TEXT} long. */
    static final int MAX_RAW = BusLimits.MAX_NOTIFY_TEXT * 3 / 4;

    static final int KIND_BYTES = 1;
    static final int LENGTH_BYTES = 2;
    static final int PIECE_HEADER_BYTES = KIND_BYTES + 2;

    sealed interface Content {}

    /** Encoded frames, in the order they were sent. */
    record Whole(List<byte[]> frames) implements Content {}

    /** The pieces of one frame have consecutive envelope numbers. */
    record Piece(int index, int count, byte[] bytes) implements Content {}

    static int headerBytes(ReplicaId sender) {
        return 1 + 1 + sender.value().length() + Long.BYTES;
    }

    static void putHeader(ByteBuffer out, ReplicaId sender, long number) {
        out.put(VERSION);
        FrameCodec.putName(out, sender.value());
        out.putLong(number);
    }

    /** Empty when this is no body that this version knows. */
    static Optional<Content> read(ByteBuffer body) {
        try {
            return switch (body.get()) {
                case WHOLE -> Optional.of(new Whole(takeFrames(body)));
                case PIECE -> takePiece(body);
                default -> Optional.empty();
            };
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static List<byte[]> takeFrames(ByteBuffer in) {
        var frames = new ArrayList<byte[]>();
        while (in.hasRemaining()) {
            var frame = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(frame);
            frames.add(frame);
        }
        return frames;
    }

    private static Optional<Content> takePiece(ByteBuffer in) {
        int index = Byte.toUnsignedInt(in.get());
        int count = Byte.toUnsignedInt(in.get());
        if (count < 1 || count > BusLimits.MAX_PIECES || index >= count) {
            return Optional.empty();
        }
        var bytes = new byte[in.remaining()];
        in.get(bytes);
        return Optional.of(new Piece(index, count, bytes));
    }
}
