package io.trashpong.bus;

import org.jspecify.annotations.Nullable;

/** Frames with consecutive numbers, each found by its own. Grows as it must; who uses it bounds it. */
final class FrameRing {
    private static final int FIRST_CAPACITY = 64;

    /** A power of two long; a frame stands where the lowest bits of its number say. */
    private Frame.@Nullable Ordered[] slots = new Frame.Ordered[FIRST_CAPACITY];

    private long oldest;
    private long next;

    /** @param first the number of the first frame to come */
    FrameRing(long first) {
        oldest = first;
        next = first;
    }

    /** @param frame its number is {@link #next()} */
    void append(Frame.Ordered frame) {
        if (next - oldest == slots.length) {
            grow();
        }
        slots[slot(next)] = frame;
        next++;
    }

    /** Null when it is not there any more, or not yet. */
    Frame.@Nullable Ordered find(long number) {
        return oldest <= number && number < next ? slots[slot(number)] : null;
    }

    /** Null when there is none. */
    Frame.@Nullable Ordered removeOldest() {
        Frame.Ordered removed = find(oldest);
        if (removed != null) {
            slots[slot(oldest)] = null;
            oldest++;
        }
        return removed;
    }

    /** Lets go of all frames; numbers go on. */
    void clear() {
        slots = new Frame.Ordered[FIRST_CAPACITY];
        oldest = next;
    }

    /** The oldest number that is kept, or {@link #next()} when none is. */
    long oldest() {
        return oldest;
    }

    /** The number of the frame to come. */
    long next() {
        return next;
    }

    private void grow() {
        var larger = new Frame.Ordered[2 * slots.length];
        for (long number = oldest; number < next; number++) {
            larger[(int) (number & (larger.length - 1))] = slots[slot(number)];
        }
        slots = larger;
    }

    private int slot(long number) {
        return (int) (number & (slots.length - 1));
    }
}
