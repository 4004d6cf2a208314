package io.trashpong.games.pong;

/**
 * The points of a match: to {@value #TARGET}, {@value #LEAD} ahead, at most {@value #MOST} (who has them wins, even by
 * one).
 */
public record Score(int left, int right) {
    public static final int TARGET = 11;
    public static final int LEAD = 2;
    public static final int MOST = 21;

    public static final Score NONE = new Score(0, 0);

    public Score {
        if (left < 0 || right < 0 || left > MOST || right > MOST) {
            throw new IllegalArgumentException("no score: " + left + ":" + right);
        }
    }

    /** Whether the match goes on. */
    public sealed interface Standing {
        record Open() implements Standing {}

        record Won(Seat winner) implements Standing {}
    }

    public int of(Seat seat) {
        return switch (seat) {
            case LEFT -> left;
            case RIGHT -> right;
        };
    }

    /** @return points played so far */
    public int points() {
        return left + right;
    }

    /** @return the score after a point for that seat */
    public Score plus(Seat scorer) {
        return switch (scorer) {
            case LEFT -> new Score(left + 1, right);
            case RIGHT -> new Score(left, right + 1);
        };
    }

    public Standing standing() {
        int most = Math.max(left, right);
        boolean ahead = most >= TARGET && Math.abs(left - right) >= LEAD;
        if (ahead || most == MOST) {
            return new Standing.Won(left > right ? Seat.LEFT : Seat.RIGHT);
        }
        return new Standing.Open();
    }

    boolean isOpen() {
        return standing() instanceof Standing.Open;
    }
}
