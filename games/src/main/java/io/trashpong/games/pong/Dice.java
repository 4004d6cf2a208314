package io.trashpong.games.pong;

/**
 * Dice without state: the same match seed, point and draw always fall the same, in Java and in JavaScript.
 *
 * <p>The mixing step is the finaliser of MurmurHash3 (Austin Appleby, public domain), applied once per ingredient.
 */
final class Dice {
    private static final int POINT_STRIDE = 0x9E3779B1;
    private static final int DRAW_STRIDE = 0x85EBCA77;

    private Dice() {}

    /**
     * @param draw which of the dice of this point
     * @param sides from 1 to 2^21, so that the product stays below 2^53
     * @return from 0 to {@code sides - 1}
     */
    static long roll(int matchSeed, int point, int draw, long sides) {
        int mixed = mix(mix(matchSeed + draw * DRAW_STRIDE) ^ (point * POINT_STRIDE));
        return (Integer.toUnsignedLong(mixed) * sides) >>> 32;
    }

    private static int mix(int value) {
        int h = value;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
