package io.trashpong.bus;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Packs frames into the channels and payloads of one notifying statement. Per channel, frames keep their order. */
final class NotifyBatch {
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private final ReplicaId sender;
    private final LongSupplier numbers;
    private final int headerBytes;
    private final Map<String, ByteBuffer> open = new LinkedHashMap<>();
    private final List<String> channels = new ArrayList<>();
    private final List<String> payloads = new ArrayList<>();
    private int rawBytes;
    private int frames;

    /** @param numbers gives each envelope its number, never the same twice */
    NotifyBatch(ReplicaId sender, LongSupplier numbers) {
        this.sender = sender;
        this.numbers = numbers;
        this.headerBytes = Envelope.headerBytes(sender);
    }

    /** Whether one more frame of any size leaves the statement within {@link BusLimits#MAX_STATEMENT_TEXT}. */
    boolean hasRoom() {
        return (rawBytes + BusLimits.MAX_FRAME) / 3 * 4 < BusLimits.MAX_STATEMENT_TEXT;
    }

    void add(String channel, Frame frame) {
        byte[] bytes = FrameCodec.encode(frame);
        frames++;
        rawBytes += bytes.length + Envelope.LENGTH_BYTES;
        if (headerBytes + Envelope.LENGTH_BYTES + bytes.length > Envelope.MAX_RAW) {
            close(channel, open.remove(channel));
            addPieces(channel, bytes);
            return;
        }
        ByteBuffer envelope = open.get(channel);
        if (envelope == null || envelope.remaining() < Envelope.LENGTH_BYTES + bytes.length) {
            close(channel, envelope);
            envelope = begin(Envelope.WHOLE);
            open.put(channel, envelope);
        }
        envelope.putShort((short) bytes.length).put(bytes);
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
        int capacity = Envelope.MAX_RAW - headerBytes - Envelope.PIECE_HEADER_BYTES;
        int count = Math.ceilDiv(frame.length, capacity);
        for (int i = 0; i < count; i++) {
            int from = i * capacity;
            var piece = begin(Envelope.PIECE).put((byte) i).put((byte) count);
            piece.put(frame, from, Math.min(capacity, frame.length - from));
            close(channel, piece);
        }
    }

    private ByteBuffer begin(byte kind) {
        var envelope = ByteBuffer.allocate(Envelope.MAX_RAW);
        Envelope.putHeader(envelope, kind, sender, numbers.getAsLong());
        rawBytes += headerBytes;
        return envelope;
    }

    private void close(String channel, @Nullable ByteBuffer envelope) {
        if (envelope != null) {
            channels.add(channel);
            var raw = new byte[envelope.flip().remaining()];
            envelope.get(raw);
            payloads.add(BASE64.encodeToString(raw));
        }
    }
}
