package io.trashpong.games.pong;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary legs and paddles as they occur in a match. */
final class Samples {
    private Samples() {}

    static Arbitrary<BallLeg> legs() {
        Arbitrary<Integer> hits = Arbitraries.integers().between(0, 30);
        Arbitrary<Integer> steps = Arbitraries.integers().between(-Angles.STEEPEST, Angles.STEEPEST);
        return Combinators.combine(times(), between(Court.BALL_TOP, Court.BALL_BOTTOM), hits, steps, seats())
                .as((t0, y0, hit, step, towards) -> {
                    long speed = Speeds.afterHits(hit);
                    long x0 = hit == 0 ? Court.CENTRE_X : Court.planeX(towards.opponent());
                    return new BallLeg(
                            hit + 1, t0, x0, y0, Angles.vx(speed, step, towards), Angles.vy(speed, step), hit);
                });
    }

    static Arbitrary<Paddle> paddles() {
        Arbitrary<Long> ys = between(Court.PADDLE_TOP, Court.PADDLE_BOTTOM);
        return Combinators.combine(times(), ys, ys).as(Paddle::new);
    }

    static Arbitrary<Seat> seats() {
        return Arbitraries.of(Seat.class);
    }

    /** Room times of up to eleven days. */
    static Arbitrary<Long> times() {
        return between(0, 1_000_000_000_000L);
    }

    static Arbitrary<Long> between(long least, long most) {
        return Arbitraries.longs().between(least, most);
    }
}
