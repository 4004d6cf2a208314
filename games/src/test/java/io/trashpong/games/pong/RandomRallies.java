package io.trashpong.games.pong;

import java.util.EnumMap;
import java.util.Map;

/**
 * Rallies by dice, folded into one checksum a block: the bit identity of Java and JavaScript at a length no golden file
 * could hold. {@code web-client/test/rules/randomRallies.js} does the same, draw by draw.
 */
final class RandomRallies {
    static final int RALLIES_PER_BLOCK = 10_000;

    private static final int BLOCK_STRIDE = 0x9E3779B1;
    private static final int MOST_LEGS = 40;

    private final Prng dice;
    private final Checksum checksum = new Checksum();

    private RandomRallies(int block) {
        dice = new Prng((block + 1) * BLOCK_STRIDE);
    }

    /** @return the checksum over every leg, paddle and verdict of that block */
    static int checksumOf(int block) {
        RandomRallies rallies = new RandomRallies(block);
        for (int rally = 0; rally < RALLIES_PER_BLOCK; rally++) {
            rallies.play();
        }
        return rallies.checksum.value();
    }

    private void play() {
        int matchSeed = dice.next();
        int point = (int) dice.below(41);
        long t0 = dice.below(1 << 20) * Court.MICROS_PER_SECOND + dice.below(Court.MICROS_PER_SECOND);
        Map<Seat, Paddle> paddles = new EnumMap<>(Seat.class);
        paddles.put(Seat.LEFT, Paddle.centred(t0));
        paddles.put(Seat.RIGHT, Paddle.centred(t0));
        BallLeg leg = Serve.leg(matchSeed, point, 1, t0, Seat.of((int) dice.below(2)));
        while (leg.leg() <= MOST_LEGS) {
            probe(leg);
            Paddle defence = paddles.compute(leg.defender(), new Defence(leg)::move);
            checksum.add(defence.t0(), defence.y0(), defence.target());
            switch (Verdict.of(leg, defence)) {
                case Verdict.Hit hit -> {
                    checksum.add(hit.offset());
                    leg = hit.next();
                }
                case Verdict.Miss miss -> {
                    checksum.add(miss.scorer().number());
                    return;
                }
            }
        }
    }

    private void probe(BallLeg leg) {
        long crossing = leg.crossingTime();
        long t = leg.t0() + Math.floorDiv((crossing - leg.t0()) * dice.below(1001), 1000);
        checksum.add(leg.leg(), leg.t0(), leg.x0(), leg.y0(), leg.vx(), leg.vy(), leg.hits());
        checksum.add(crossing, t, leg.xAt(t), leg.yAt(t));
    }

    /** Up to two aims anywhere, then one near where the ball will come. */
    private final class Defence {
        private final BallLeg leg;

        Defence(BallLeg leg) {
            this.leg = leg;
        }

        Paddle move(Seat ignored, Paddle from) {
            Paddle paddle = from;
            long flight = leg.crossingTime() - leg.t0();
            long aims = 1 + dice.below(3);
            for (long aim = 0; aim < aims; aim++) {
                long t = leg.t0() + Math.floorDiv(flight * aim, aims + 2);
                boolean last = aim == aims - 1;
                long near = leg.yAt(leg.crossingTime()) - Court.REACH + dice.below(2 * Court.REACH);
                long anywhere = dice.below(Court.HEIGHT);
                paddle = paddle.aim(t, last ? near : anywhere);
            }
            return paddle;
        }
    }

    /** FNV-1a over 32-bit words, low word first. */
    private static final class Checksum {
        private static final int OFFSET = 0x811C9DC5;
        private static final int PRIME = 0x01000193;

        private int hash = OFFSET;

        void add(long... values) {
            for (long value : values) {
                hash = (hash ^ (int) value) * PRIME;
                hash = (hash ^ (int) (value >> 32)) * PRIME;
            }
        }

        int value() {
            return hash;
        }
    }
}
