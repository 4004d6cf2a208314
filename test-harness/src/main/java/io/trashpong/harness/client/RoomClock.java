package io.trashpong.harness.client;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/**
 * Room time as a client knows it, by {@code ping} and {@code pong}: the offset of the sample with the smallest round trip of the
 * last {@value #SAMPLES} (its error is at most half that round trip). It steps while it settles; from then on it slews, and never
 * goes back. All times in microseconds.
 */
public final class RoomClock {
    private static final int SAMPLES = 16;
    /** As many pings as are sent at once after the welcome. */
    static final int SETTLED_AFTER = 5;
    /** At most this much of elapsed time is added or taken away to approach a better offset. */
    private static final double SLEW = 0.01;

    private record Sample(long roundTrip, long offset) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private int received;
    private long offset;
    private long wanted;
    private long slewedAt;

    /** @param sent and {@code arrived} by the client's own clock, {@code roomTime} as the pong says */
    public void heard(long sent, long arrived, long roomTime) {
        long roundTrip = arrived - sent;
        samples.addLast(new Sample(roundTrip, roomTime - sent - roundTrip / 2));
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
        received++;
        slew(arrived);
        wanted = best().offset();
        if (received <= SETTLED_AFTER) {
            offset = wanted;
        }
    }

    public boolean isSettled() {
        return received >= SETTLED_AFTER;
    }

    /** @return room time at {@code local}, a time of the client's own clock */
    public long at(long local) {
        slew(local);
        return local + offset;
    }

    /** @return the smallest round trip of the samples kept */
    public long roundTrip() {
        return best().roundTrip();
    }

    private void slew(long local) {
        long most = (long) ((local - slewedAt) * SLEW);
        if (most > 0) {
            offset += Math.clamp(wanted - offset, -most, most);
            slewedAt = local;
        }
    }

    private Sample best() {
        return samples.stream().min(Comparator.comparingLong(Sample::roundTrip)).orElseThrow();
    }
}
