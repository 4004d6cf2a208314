package io.trashpong.auth.guest;

import io.trashpong.auth.name.PlayerName;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names to try, in order, for a wish that may be taken: {@code Max}, {@code Max 2}, {@code Max 3} … */
final class NumberedNames {
    /** Rounds of candidates, so that one statement stays small: numbers from, inclusive, to, exclusive. */
    private static final int[] BOUNDS = {2, 100, 1_000, 10_000};

    static final int ROUNDS = BOUNDS.length - 1;

    private NumberedNames() {}

    /** @param round from 0 to {@link #ROUNDS}, exclusive */
    static List<PlayerName> candidates(PlayerName wish, int round) {
        var numbered = IntStream.range(BOUNDS[round], BOUNDS[round + 1]).mapToObj(wish::numbered);
        return (round == 0 ? Stream.concat(Stream.of(wish), numbered) : numbered).toList();
    }
}
