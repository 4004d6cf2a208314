package io.trashpong.bus;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packs frames into the channels and payloads of one notifying statement. Per channel, frames keep their order. */
final class NotifyBatch {
    private final Sealer sealer;
    private final Map<String, OpenBody> open = new LinkedHashMap<>();
    private final List<String> channels = new ArrayList<>();
    private final List<String> payloads = new ArrayList<>();
    private int rawBytes;
    private int frames;

    NotifyBatch(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Whether one more frame of any size leaves the statement within {@link BusLimits#MAX_STATEMENT_TEXT}. */
    boolean hasRoom() {
        return (rawBytes + BusLimits.MAX_FRAME) / 3 * 4 < BusLimits.MAX_STATEMENT_TEXT;
    }

    void add(String channel, Frame frame) {
        frames++;
        OpenBody body = open.get(channel);
        int taken = body == null ? 0 : body.add(frame);
        if (taken == 0) {
            close(channel, open.remove(channel));
            body = new OpenBody(begin(Envelope.WHOLE));
            taken = body.add(frame);
            if (taken == 0) {
                addPieces(channel, FrameCodec.encode(frame));
            } else {
                open.put(channel, body);
            }
        }
        rawBytes += taken;
    }

    boolean isEmpty() {
        return frames == 0;
    }

    int frames() {
        return frames;
    }

    /** Ends the packing. */
    Packed pack() {
        open.forEach(this::close);
        open.clear();
        return new Packed(channels.toArray(String[]::new), payloads.toArray(String[]::new));
    }

    /** The two parallel parameters of the statement. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Packed(String[] channels, String[] payloads) {}

    private void addPieces(String channel, byte[] frame) {
        int capacity = sealer.maxBody() - Envelope.PIECE_HEADER_BYTES;
        int count = Math.ceilDiv(frame.length, capacity);
        for (int i = 0; i < count; i++) {
            int from = i * capacity;
            var piece = begin(Envelope.PIECE).put((byte) i).put((byte) count);
            piece.put(frame, from, Math.min(capacity, frame.length - from));
            rawBytes += piece.position();
            close(channel, new OpenBody(piece));
        }
    }

    private ByteBuffer begin(byte kind) {
        rawBytes += sealer.overheadBytes() + Envelope.KIND_BYTES;
        return ByteBuffer.allocate(sealer.maxBody()).put(kind);
    }

    /** Sealed as they go into the statement, so that numbers grow in its order. */
    private void close(String channel, @Nullable OpenBody body) {
        if (body != null) {
            channels.add(channel);
            payloads.add(sealer.seal(channel, body.bytes()));
        }
    }
}
