package io.trashpong.games.pong;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Anything that can befall a referee, hostile stamps included. Microseconds; {@code lag} is arrival minus stamp. */
sealed interface Move {
    record Aim(Seat seat, long lag, long target) implements Move {}

    record AimAtBall(Seat seat, long lag, long error) implements Move {}

    record Commit(Seat seat, int legsAhead, long lag) implements Move {}

    record CommitAtCrossing(Seat seat, long lag) implements Move {}

    record Wait(long micros) implements Move {}

    record Wake(long late) implements Move {}

    record Pause() implements Move {}

    record Resume(long ahead) implements Move {}

    record Serve(long ahead) implements Move {}

    record Let(long ahead) implements Move {}

    static Arbitrary<Move> any() {
        Arbitrary<Seat> seats = Samples.seats();
        Arbitrary<Long> lags = Samples.between(-30_000, 600_000);
        Arbitrary<Long> ahead = Samples.between(0, 2_000_000);
        Arbitrary<Move> aim = Combinators.combine(seats, lags, Samples.between(-Court.HEIGHT, 2 * Court.HEIGHT))
                .as(Aim::new);
        Arbitrary<Move> atBall = Combinators.combine(seats, lags, Samples.between(-Court.REACH, Court.REACH))
                .as(AimAtBall::new);
        Arbitrary<Move> commit = Combinators.combine(
                        seats, Arbitraries.integers().between(-1, 1), lags)
                .as(Commit::new);
        Arbitrary<Move> atCrossing =
                Combinators.combine(seats, Samples.between(-10_000, 60_000)).as(CommitAtCrossing::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, aim),
                Tuple.of(6, atBall),
                Tuple.of(2, commit),
                Tuple.of(6, atCrossing),
                Tuple.of(6, Samples.between(0, 1_500_000).map(Wait::new)),
                Tuple.of(4, Samples.between(0, 3_000_000).map(Wake::new)),
                Tuple.of(1, Arbitraries.just(new Pause())),
                Tuple.of(2, ahead.map(Resume::new)),
                Tuple.of(6, ahead.map(Serve::new)),
                Tuple.of(1, ahead.map(Let::new)));
    }
}
