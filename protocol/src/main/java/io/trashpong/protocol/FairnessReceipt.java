package io.trashpong.protocol;

import java.util.List;

/**
 * What the network did to a match of Pong.
 *
 * @param sides of seat 0 and seat 1
 * @param verdicts how many crossings were judged
 * @param longestRally most paddle hits in one rally
 */
public record FairnessReceipt(List<Side> sides, int verdicts, int longestRally) implements Receipt {
    public FairnessReceipt {
        sides = List.copyOf(sides);
    }

    /**
     * One player's side; durations in microseconds.
     *
     * @param rtt median round trip to the referee
     * @param jitter mean deviation of the round trip
     * @param creditUsed lag credit drawn over the match
     * @param inGrace verdicts reached after the crossing thanks to the grace window
     * @param byDeadline verdicts reached without the defender's word, at the end of the window
     */
    public record Side(long rtt, long jitter, long creditUsed, int inGrace, int byDeadline) {}
}
