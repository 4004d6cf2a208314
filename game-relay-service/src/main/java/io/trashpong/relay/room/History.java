package io.trashpong.relay.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A room's numbered messages of this epoch, the newest of them: bounded by count and by bytes. */
final class History {
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int bytes;
    private long last;

    /** The number of the newest message; 0 before the first. */
    long last() {
        return last;
    }

    List<Frame> all() {
        return List.copyOf(frames);
    }

    /** Goes on with another epoch's messages. */
    void goOn(List<Frame> newest, long lastGiven) {
        last = lastGiven - newest.size();
        newest.forEach(this::add);
    }

    /** @param frame numbered {@code last() + 1} */
    void add(Frame frame) {
        if (frame.seq() != last + 1) {
            throw new IllegalStateException("message " + frame.seq() + " after " + last);
        }
        last = frame.seq();
        frames.addLast(frame);
        bytes += frame.size();
        while (frames.size() > RoomLimits.HISTORY_MESSAGES || bytes > RoomLimits.HISTORY_BYTES) {
            bytes -= frames.removeFirst().size();
        }
    }

    /** Whether everything after {@code seq} is still here. */
    boolean covers(long seq) {
        return seq >= last - frames.size() && seq <= last;
    }

    List<Frame> after(long seq) {
        return frames.stream().filter(frame -> frame.seq() > seq).toList();
    }
}
