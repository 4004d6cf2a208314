package io.trashpong.games.pong;

/** What the referee says to a message or at a deadline. Times are room time in microseconds. */
public sealed interface Ruling {

    /** The paddle moves so; everybody else is to be told. */
    record AimAccepted(Seat seat, Paddle paddle) implements Ruling {}

    /**
     * A leg was decided; it is final.
     *
     * @param leg the ball that was decided on
     * @param verdict a hit carries the next leg, which is in flight already; after a miss the room serves
     * @param score the score after the verdict; {@link Score#standing()} tells whether it ended the match
     * @param ground what made it final
     * @param decidedAt when it was decided, which is up to the allowance after the crossing
     */
    record VerdictReached(BallLeg leg, Verdict verdict, Score score, Ground ground, long decidedAt) implements Ruling {
        /** @return whether it was the defender's own message, and after the crossing, that decided */
        public boolean inGrace() {
            return ground == Ground.DEFENDER && decidedAt > leg.crossingTime();
        }
    }

    /** The message changed nothing, and why. */
    record Refused(Seat seat, Reason reason) implements Ruling {}

    /** What made a verdict final. */
    enum Ground {
        /** The defender's commit, or an aim stamped at or after the crossing. */
        DEFENDER,
        /** The time to wait for the defender was over. */
        DEADLINE,
        /** The match was paused after the crossing. */
        PAUSE
    }

    enum Reason {
        /** Stamped later than its arrival plus {@link SeatTrack#FUTURE_TOLERANCE}. */
        FROM_THE_FUTURE,
        /** Stamped before an earlier message of the same player. */
        STAMP_WENT_BACK,
        /** A commit for a leg that is not in flight; normal when an aim or the deadline was quicker. */
        NOT_THIS_LEG,
        /** A commit by the one who does not defend this leg. */
        NOT_DEFENDER,
        /** A commit stamped before the crossing. */
        BEFORE_CROSSING,
        PAUSED,
        MATCH_OVER
    }
}
