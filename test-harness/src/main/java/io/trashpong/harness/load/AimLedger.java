package io.trashpong.harness.load;

import java.util.BitSet;

/**
 * Which of one player's aims have come to the other player. An aim has its number in the lowest {@value #NUMBER_BITS} bits of its
 * target, a thousandth of a court unit each, so every frame is known again at the other end; a paddle that was replaced by a newer
 * one on the way is one that has not come.
 */
final class AimLedger {
    static final int NUMBER_BITS = 10;
    /** Of the bits of a target that number aims. */
    static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;

    private final BitSet arrived = new BitSet();
    private int doubled;

    /** @return the target with the aim's number in its lowest bits */
    static int numbered(int target, int number) {
        return (target & ~NUMBER_MASK) | (number & NUMBER_MASK);
    }

    /**
     * @param target as it arrived
     * @param next the number of the aim to be sent next; the one that arrived is among the last that were sent before
     * @return the aim's number, or -1 when it has come before
     */
    int arrived(int target, int next) {
        int number = next - 1 - ((next - 1 - target) & NUMBER_MASK);
        if (number < 0 || arrived.get(number)) {
            doubled++;
            return -1;
        }
        arrived.set(number);
        return number;
    }

    /** @return how many of the aims numbered {@code from} to below {@code to} have come */
    int delivered(int from, int to) {
        return arrived.get(from, to).cardinality();
    }

    /** @return frames that came more than once */
    int doubled() {
        return doubled;
    }
}
