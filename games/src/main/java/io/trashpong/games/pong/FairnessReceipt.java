package io.trashpong.games.pong;

/**
 * What both players are shown after the match: how good each line was, and what the referee granted for it.
 *
 * @param longestRally hits in the longest rally
 */
public record FairnessReceipt(Side left, Side right, int longestRally) {

    /**
     * @param rttMedian microseconds, as last measured
     * @param jitter microseconds, as last measured
     * @param creditUsed microseconds of lag credit used in the match, see {@link LagCredit}
     * @param stampsTooOld messages that counted later than they were stamped
     * @param verdicts legs this player defended, of them
     * @param verdictsInGrace decided after the crossing by the player's own message
     * @param verdictsAtDeadline decided without it
     * @param messagesRefused stamped in the future or out of order
     */
    public record Side(
            long rttMedian,
            long jitter,
            long creditUsed,
            int stampsTooOld,
            int verdicts,
            int verdictsInGrace,
            int verdictsAtDeadline,
            int messagesRefused) {

        static Side of(SeatTrack seat) {
            Tally tally = seat.tally();
            return new Side(
                    seat.line().rttMedian(),
                    seat.line().jitter(),
                    seat.credit().used(),
                    seat.credit().tooOld(),
                    tally.verdicts(),
                    tally.inGrace(),
                    tally.atDeadline(),
                    tally.refused());
        }
    }
}
