package io.trashpong.games.tictactoe;

import org.jspecify.annotations.Nullable;

/**
 * The time of one turn, which may stand still in between. Immutable; all times in microseconds of room time.
 *
 * @param left what was left when it was last started or stopped
 * @param runsFrom since when it runs, which may lie ahead; null while it stands still
 */
public record TurnClock(long left, @Nullable Long runsFrom) {
    /** What a player has for a turn. */
    public static final long TURN = 30_000_000;
    /** A move that was on its way when the time was up still counts. */
    public static final long GRACE = 250_000;

    public TurnClock {
        if (left < 0 || left > TURN) {
            throw new IllegalArgumentException("no time of a turn: " + left);
        }
    }

    /** A whole turn, standing still. */
    public static TurnClock full() {
        return new TurnClock(TURN, null);
    }

    public TurnClock startAt(long at) {
        return new TurnClock(left, at);
    }

    public TurnClock stopAt(long now) {
        return new TurnClock(leftAt(now), null);
    }

    /** @return whether the time and its grace are over */
    public boolean isOverAt(long now) {
        return runsFrom != null && now >= runsFrom + left + GRACE;
    }

    public long leftAt(long now) {
        return runsFrom == null ? left : Math.clamp(runsFrom + left - now, 0, left);
    }

    /** @return what of the turn is used up; what went by while it stood still is not counted */
    public long usedAt(long now) {
        return TURN - leftAt(now);
    }
}
