package io.trashpong.bus;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One NOTIFY payload: base64 without padding of a version byte, a kind byte, the sender's id, a number, and either whole
 * frames, each behind its length in two bytes, or one piece of a frame that is too large.
 *
 * @param number differs in every envelope of a sender: Postgres folds equal payloads of one transaction into one
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Envelope(ReplicaId sender, long number, Content content) {
    static final byte VERSION = 1;
    static final byte WHOLE = 1;
    static final byte PIECE = 2;
    /** Raw bytes whose base64 is {@link BusLimits#MAX_NOTIFY_TEXT} long. */
    static final int MAX_RAW = BusLimits.MAX_NOTIFY_TEXT * 3 / 4;

    static final int LENGTH_BYTES = 2;
    static final int PIECE_HEADER_BYTES = 2;

    sealed interface Content {}

    /** Encoded frames, in the order they were sent. */
    record Whole(List<byte[]> frames) implements Content {}

    /** The pieces of one frame have consecutive envelope numbers. */
    record Piece(int index, int count, byte[] bytes) implements Content {}

    static int headerBytes(ReplicaId sender) {
        return 2 + 1 + sender.value().length() + Long.BYTES;
    }

    static void putHeader(ByteBuffer out, byte kind, ReplicaId sender, long number) {
        out.put(VERSION).put(kind);
        FrameCodec.putName(out, sender.value());
        out.putLong(number);
    }

    /** Empty when the text is not an envelope: anybody who may connect can notify any channel. */
    static Optional<Envelope> read(String text) {
        if (text.length() > BusLimits.MAX_NOTIFY_TEXT) {
            return Optional.empty();
        }
        try {
            var in = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            if (in.get() != VERSION) {
                return Optional.empty();
            }
            byte kind = in.get();
            var sender = new ReplicaId(FrameCodec.takeName(in));
            long number = in.getLong();
            return switch (kind) {
                case WHOLE -> Optional.of(new Envelope(sender, number, new Whole(takeFrames(in))));
                case PIECE -> takePiece(in).map(piece -> new Envelope(sender, number, piece));
                default -> Optional.empty();
            };
        } catch (BufferUnderflowException | IllegalArgumentException e) {
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

    private static Optional<Piece> takePiece(ByteBuffer in) {
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
