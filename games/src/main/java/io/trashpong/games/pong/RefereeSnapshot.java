package io.trashpong.games.pong;

import org.jspecify.annotations.Nullable;

/**
 * Everything a referee knows, to hand a match over or to keep it: {@link Referee#restore} goes on from here as if
 * nothing had been. Plain records of numbers and names, fit for JSON.
 *
 * @param towards whom the next serve, or the let of this point, flies to
 * @param lastLeg number of the newest leg, in flight or decided
 * @param servedLeg number of the leg this rally was served with
 * @param ball the leg in flight; null between points
 * @param pausedAt room time of the pause in microseconds; null while the match runs
 */
public record RefereeSnapshot(
        int matchSeed,
        Score score,
        Seat towards,
        int lastLeg,
        int servedLeg,
        int longestRally,
        @Nullable BallLeg ball,
        @Nullable Long pausedAt,
        SeatTrack left,
        SeatTrack right) {
    /** @return the same match without the ball that was in flight, and not paused: its point is served again */
    public RefereeSnapshot withoutRally() {
        return new RefereeSnapshot(
                matchSeed, score, towards, lastLeg, servedLeg, longestRally, null, null, left, right);
    }
}
