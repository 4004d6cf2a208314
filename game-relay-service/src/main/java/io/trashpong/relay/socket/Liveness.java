package io.trashpong.relay.socket;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;

/** One client's signs of life and its round trip, by WebSocket pings of the relay. Nano clock; one thread. */
final class Liveness {
    private final long silenceNanos;
    private Buffer expected = Buffer.buffer();
    private long sentAt;
    private long lastSign;

    Liveness(Duration silence, long now) {
        silenceNanos = silence.toNanos();
        lastSign = now;
    }

    void sign(long now) {
        lastSign = now;
    }

    boolean isSilent(long now) {
        return now - lastSign > silenceNanos;
    }

    /** @return the payload to ping with; it can't be answered before it was seen */
    Buffer ping(long now) {
        var payload = new byte[SocketLimits.PING_BYTES];
        ThreadLocalRandom.current().nextBytes(payload);
        expected = Buffer.buffer(payload);
        sentAt = now;
        return expected;
    }

    /** @return the round trip in microseconds; empty for an answer to an older ping, or to none */
    OptionalLong pong(Buffer payload, long now) {
        sign(now);
        if (expected.length() == 0 || !payload.equals(expected)) {
            return OptionalLong.empty();
        }
        expected = Buffer.buffer();
        return OptionalLong.of((now - sentAt) / 1000);
    }
}
