package io.trashpong.games.tictactoe;

/**
 * What one player took for his turns; durations in microseconds.
 *
 * @param turns how many he has ended
 */
public record Thinking(int turns, long total, long longest) {
    public static final Thinking NONE = new Thinking(0, 0, 0);

    public Thinking plus(long took) {
        return new Thinking(turns + 1, total + took, Math.max(longest, took));
    }
}
