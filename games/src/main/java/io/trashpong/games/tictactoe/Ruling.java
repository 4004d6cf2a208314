package io.trashpong.games.tictactoe;

/** What the rules say to a move. */
public sealed interface Ruling {

    /** @param board with the mark on it */
    record Accepted(Board board) implements Ruling {}

    /** Nothing has changed, and why. */
    record Refused(Reason reason) implements Ruling {}

    enum Reason {
        /** There is no such cell. */
        OFF_BOARD,
        /** Somebody has won, or nine marks are set. */
        OVER,
        NOT_YOUR_TURN,
        /** There is a mark already. */
        TAKEN
    }
}
