package io.trashpong.protocol;

import java.util.List;

/**
 * What the players of a game of turns took for them.
 *
 * @param turns of seat 0 and seat 1
 */
public record TurnReceipt(List<Side> turns) implements Receipt {
    public TurnReceipt {
        turns = List.copyOf(turns);
    }

    /**
     * One player's side; durations in microseconds.
     *
     * @param count turns that he ended, by a move or by running out of time
     * @param total what they took, pauses aside
     * @param longest of them
     */
    public record Side(int count, long total, long longest) {}
}
