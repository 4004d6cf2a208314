package io.trashpong.games.tictactoe;

import java.util.List;

/** How a board stands. */
public sealed interface Standing {

    /** @param turn whose turn it is */
    record Open(Mark turn) implements Standing {}

    /** @param line the three cells in a row, in ascending order; the first such line when the last mark closed two */
    record Won(Mark winner, List<Integer> line) implements Standing {
        public Won {
            line = List.copyOf(line);
        }
    }

    /** Nine marks, no three of them in a row. */
    record Drawn() implements Standing {}
}
