package io.trashpong.harness.load;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Frames of {@value #BYTES} bytes that say when they were sent; on one machine the nano clock is the same for all processes. */
final class BusFrames {
    static final int BYTES = 20;
    /** As many as the base64 of one NOTIFY has room for. */
    static final int MOST_IN_PAYLOAD = 7_999 * 3 / 4 / BYTES;

    private long number;

    byte[] next() {
        return put(ByteBuffer.allocate(BYTES)).array();
    }

    /** @return base64 of that many frames; never the same text twice, for Postgres folds equal payloads into one */
    String payload(int frames) {
        var bytes = ByteBuffer.allocate(frames * BYTES);
        for (int i = 0; i < frames; i++) {
            var _ = put(bytes);
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static void read(String payload, LongConsumer micros) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(payload));
        long now = System.nanoTime();
        for (int at = 0; at < bytes.limit(); at += BYTES) {
            micros.accept(TimeUnit.NANOSECONDS.toMicros(now - bytes.getLong(at)));
        }
    }

    static long micros(byte[] frame) {
        return TimeUnit.NANOSECONDS.toMicros(
                System.nanoTime() - ByteBuffer.wrap(frame).getLong());
    }

    private ByteBuffer put(ByteBuffer bytes) {
        return bytes.putLong(System.nanoTime()).putLong(++number).putInt(0);
    }
}
