package io.trashpong.games.tictactoe;

/** What a player puts on the board: the one in seat 0 crosses, the one in seat 1 noughts. */
public enum Mark {
    CROSS(0),
    NOUGHT(1);

    private final int seat;

    Mark(int seat) {
        this.seat = seat;
    }

    /** @return 0 for the left seat, 1 for the right one */
    public int seat() {
        return seat;
    }

    public Mark other() {
        return this == CROSS ? NOUGHT : CROSS;
    }

    /** @throws IllegalArgumentException if {@code seat} is neither 0 nor 1 */
    public static Mark of(int seat) {
        return switch (seat) {
            case 0 -> CROSS;
            case 1 -> NOUGHT;
            default -> throw new IllegalArgumentException("no seat " + seat);
        };
    }
}
