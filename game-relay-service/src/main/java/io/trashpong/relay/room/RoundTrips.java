package io.trashpong.relay.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last round trips of one member, in microseconds. */
final class RoundTrips {
    /** Anything longer says that the client slept, not how its line is. */
    private static final long LONGEST = 10 * RoomLimits.SECOND;

    private static final int LAST = 3;

    private final Deque<Long> newestFirst = new ArrayDeque<>();

    void add(long roundTrip) {
        if (roundTrip < 0 || roundTrip > LONGEST) {
            return;
        }
        newestFirst.addFirst(roundTrip);
        if (newestFirst.size() > RoomLimits.ROUND_TRIPS) {
            newestFirst.removeLast();
        }
    }

    /** The newest first. */
    List<Long> all() {
        return List.copyOf(newestFirst);
    }

    void clear() {
        newestFirst.clear();
    }

    boolean isEmpty() {
        return newestFirst.isEmpty();
    }

    List<Long> lastThree() {
        return newestFirst.stream().limit(LAST).toList();
    }

    /** @return the round trip that {@code percent} of the samples do not exceed; 0 without a sample */
    long percentile(int percent) {
        if (newestFirst.isEmpty()) {
            return 0;
        }
        var sorted = new ArrayList<>(newestFirst);
        sorted.sort(null);
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return sorted.get(Math.max(rank, 1) - 1);
    }

    /** @return the mean deviation from the median */
    long jitter() {
        long median = percentile(50);
        return Math.round(newestFirst.stream()
                .mapToLong(sample -> Math.abs(sample - median))
                .average()
                .orElse(0));
    }
}
