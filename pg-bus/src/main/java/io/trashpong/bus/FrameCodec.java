package io.trashpong.bus;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Frames as bytes, big endian: one byte of kind, then its fields in the order of the record. Names are a length byte and
 * ASCII, numbers are 8 bytes, a payload is all that is left. Ordered frames of one topic with consecutive numbers may be a run:
 * kind, topic, the first number, and each payload behind its length in two bytes.
 */
final class FrameCodec {
    private static final byte VOLATILE = 1;
    private static final byte ORDERED = 2;
    private static final byte ASK = 3;
    private static final byte SKIP = 4;
    private static final byte BEAT = 5;
    private static final byte BELL = 6;
    private static final byte RUN = 7;

    private FrameCodec() {}

    static byte[] encode(Frame frame) {
        return switch (frame) {
            case Frame.Volatile it -> {
                var out = ByteBuffer.allocate(2 + it.topic().length() + it.payload().length);
                out.put(VOLATILE);
                putName(out, it.topic());
                yield out.put(it.payload()).array();
            }
            case Frame.Ordered it -> {
                var out = ByteBuffer.allocate(10 + it.topic().length() + it.payload().length);
                out.put(ORDERED);
                putName(out, it.topic());
                yield out.putLong(it.number()).put(it.payload()).array();
            }
            case Frame.Ask it -> number(ASK, it.from());
            case Frame.Skip it -> number(SKIP, it.next());
            case Frame.Beat it -> beat(it.sent());
            case Frame.Bell it -> {
                var out = ByteBuffer.allocate(2 + it.topic().length()).put(BELL);
                putName(out, it.topic());
                yield out.array();
            }
        };
    }

    /** Empty when these bytes are no frame. */
    static Optional<Frame> decode(byte[] bytes) {
        try {
            var in = ByteBuffer.wrap(bytes);
            Frame frame = switch (in.get()) {
                case VOLATILE -> new Frame.Volatile(takeName(in), rest(in));
                case ORDERED -> new Frame.Ordered(takeName(in), in.getLong(), rest(in));
                case ASK -> new Frame.Ask(in.getLong());
                case SKIP -> new Frame.Skip(in.getLong());
                case BEAT -> new Frame.Beat(takeSent(in));
                case BELL -> new Frame.Bell(takeName(in));
                default -> null;
            };
            return in.hasRemaining() ? Optional.empty() : Optional.ofNullable(frame);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a run's head, without those of its payloads. */
    static int runHeadBytes(String topic) {
        return 2 + topic.length() + Long.BYTES;
    }

    static void putRunHead(ByteBuffer out, String topic, long first) {
        out.put(RUN);
        putName(out, topic);
        out.putLong(first);
    }

    static void putOfRun(ByteBuffer out, byte[] payload) {
        out.putShort((short) payload.length).put(payload);
    }

    /** One frame, or all of a run; none when these bytes are neither. */
    static List<Frame> decodeAll(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != RUN) {
            return decode(bytes).map(List::of).orElse(List.of());
        }
        try {
            var in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
            String topic = takeName(in);
            long number = in.getLong();
            var frames = new ArrayList<Frame>();
            while (in.hasRemaining()) {
                var payload = new byte[Short.toUnsignedInt(in.getShort())];
                in.get(payload);
                frames.add(new Frame.Ordered(topic, number++, payload));
            }
            return frames;
        } catch (BufferUnderflowException e) {
            return List.of();
        }
    }

    static void putName(ByteBuffer out, String name) {
        out.put((byte) name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws BufferUnderflowException where the name is longer than what is left */
    static String takeName(ByteBuffer in) {
        var name = new byte[Byte.toUnsignedInt(in.get())];
        in.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static byte[] number(byte kind, long number) {
        return ByteBuffer.allocate(9).put(kind).putLong(number).array();
    }

    private static byte[] beat(Map<ReplicaId, Long> sent) {
        int size = 3
                + sent.keySet().stream().mapToInt(id -> 9 + id.value().length()).sum();
        var out = ByteBuffer.allocate(size).put(BEAT).putShort((short) sent.size());
        sent.forEach((to, number) -> {
            putName(out, to.value());
            out.putLong(number);
        });
        return out.array();
    }

    private static Map<ReplicaId, Long> takeSent(ByteBuffer in) {
        int count = Short.toUnsignedInt(in.getShort());
        var sent = new HashMap<ReplicaId, Long>();
        for (int i = 0; i < count; i++) {
            sent.put(new ReplicaId(takeName(in)), in.getLong());
        }
        return sent;
    }

    private static byte[] rest(ByteBuffer in) {
        var rest = new byte[in.remaining()];
        in.get(rest);
        return rest;
    }
}
