package io.trashpong.relay.clock;

/**
 * An offset on its way to another, no faster than {@value #PARTS_PER_MILLION} millionths of the time that passes: a clock
 * corrected by it neither steps nor stands still. All in microseconds.
 */
record Slew(long from, long to, long since) {
    static final long PARTS_PER_MILLION = 2_000;

    static Slew fixed(long offset) {
        return new Slew(offset, offset, 0);
    }

    long offsetAt(long local) {
        long most = Math.max(0, local - since) * PARTS_PER_MILLION / 1_000_000;
        return from + Math.clamp(to - from, -most, most);
    }

    Slew towards(long offset, long local) {
        return new Slew(offsetAt(local), offset, local);
    }
}
