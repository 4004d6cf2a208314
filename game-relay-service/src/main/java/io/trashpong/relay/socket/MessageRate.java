package io.trashpong.relay.socket;

/** A token bucket of {@value SocketLimits#MESSAGES_PER_SECOND} messages a second over {@value SocketLimits#BURST_SECONDS} s. */
final class MessageRate {
    private static final long NANOS_PER_MESSAGE = 1_000_000_000L / SocketLimits.MESSAGES_PER_SECOND;
    private static final long WINDOW = SocketLimits.BURST_SECONDS * 1_000_000_000L;

    /** When the bucket is full again, by a nano clock. */
    private long fullAt;

    MessageRate(long now) {
        fullAt = now;
    }

    /** @return whether one more message is allowed now; if so it is counted */
    boolean take(long now) {
        long next = Math.max(fullAt, now) + NANOS_PER_MESSAGE;
        if (next - now > WINDOW) {
            return false;
        }
        fullAt = next;
        return true;
    }
}
