package io.trashpong.games.pong;

/** Marsaglia's xorshift32, the same in {@code web-client/test/rules/prng.js}. */
final class Prng {
    private int state;

    /** @param seed anything but 0 */
    Prng(int seed) {
        state = seed;
    }

    int next() {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return state;
    }

    /** @param bound from 1 to 2^21, so that JavaScript's product stays below 2^53 */
    long below(long bound) {
        return (Integer.toUnsignedLong(next()) * bound) >>> 32;
    }
}
