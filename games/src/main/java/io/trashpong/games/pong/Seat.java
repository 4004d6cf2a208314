package io.trashpong.games.pong;

/** One of the two seats at the court. Its {@link #number()} is what travels on the wire and stands in the database. */
public enum Seat {
    LEFT(0),
    RIGHT(1);

    private final int number;

    Seat(int number) {
        this.number = number;
    }

    /** @return 0 for the left seat, 1 for the right one */
    public int number() {
        return number;
    }

    public Seat opponent() {
        return this == LEFT ? RIGHT : LEFT;
    }

    /** @throws IllegalArgumentException if {@code number} is neither 0 nor 1 */
    public static Seat of(int number) {
        return switch (number) {
            case 0 -> LEFT;
            case 1 -> RIGHT;
            default -> throw new IllegalArgumentException("no seat " + number);
        };
    }
}
