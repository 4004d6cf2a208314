package io.trashpong.games.pong;

/**
 * A defender's verdicts, counted.
 *
 * @param verdicts all of them
 * @param inGrace decided after the crossing, by the defender's own message
 * @param atDeadline decided without it, because it did not come in time
 * @param refused messages that were refused for their stamp
 */
public record Tally(int verdicts, int inGrace, int atDeadline, int refused) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Ruling.VerdictReached ruling) {
        boolean late = ruling.ground() == Ruling.Ground.DEADLINE;
        return new Tally(verdicts + 1, inGrace + (ruling.inGrace() ? 1 : 0), atDeadline + (late ? 1 : 0), refused);
    }

    Tally plus(Ruling.Reason refusal) {
        return switch (refusal) {
            case FROM_THE_FUTURE, STAMP_WENT_BACK -> new Tally(verdicts, inGrace, atDeadline, refused + 1);
            case NOT_THIS_LEG, NOT_DEFENDER, BEFORE_CROSSING, PAUSED, MATCH_OVER -> this;
        };
    }
}
