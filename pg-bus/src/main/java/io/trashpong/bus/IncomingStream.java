package io.trashpong.bus;

import java.util.OptionalLong;

/** Ordered frames of one sender: knows the next number, so it sees doubles and gaps. Times are {@link System#nanoTime}. */
final class IncomingStream {
    private long expected = 1;
    private long askedFor;
    private long askedAt;

    enum Arrival {
        /** The next one; {@link #arrived} has counted it. */
        NEXT,
        /** Seen before. */
        DUPLICATE,
        /** Frames before it are missing; it will come again with them. */
        EARLY
    }

    Arrival arrived(long number) {
        if (number < expected) {
            return Arrival.DUPLICATE;
        }
        if (number > expected) {
            return Arrival.EARLY;
        }
        expected++;
        return Arrival.NEXT;
    }

    /** Whether frames up to {@code lastSent} are still missing. */
    boolean misses(long lastSent) {
        return lastSent >= expected;
    }

    /** The sender goes on with {@code next}: true when frames are lost by that. */
    boolean skipTo(long next) {
        if (next <= expected) {
            return false;
        }
        expected = next;
        return true;
    }

    /** From where to ask for a replay, empty while a request for the same is young. */
    OptionalLong ask(long now) {
        if (askedFor == expected && now - askedAt < BusLimits.REPLAY_PATIENCE.toNanos()) {
            return OptionalLong.empty();
        }
        askedFor = expected;
        askedAt = now;
        return OptionalLong.of(expected);
    }
}
