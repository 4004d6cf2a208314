package io.trashpong.games.pong;

import java.util.Optional;

/**
 * What the referee knows of one seat. Room times in microseconds.
 *
 * @param paddle the track as of the last aim that counted
 * @param lastStamp the newest stamp the player gave; stamps never go back
 * @param settledUntil up to here the track is final; later messages count from here at the earliest
 */
public record SeatTrack(Paddle paddle, long lastStamp, long settledUntil, LagCredit credit, Line line, Tally tally) {

    /** How far a stamp may lie ahead of its arrival, microseconds: clocks are synchronised to about this. */
    public static final long FUTURE_TOLERANCE = 10_000;

    static SeatTrack opening(long now, Line line) {
        return new SeatTrack(Paddle.centred(now), 0, now, LagCredit.full(line), line, Tally.NONE);
    }

    /** @return what is wrong with a message's stamp, if anything */
    Optional<Ruling.Reason> objectionTo(long stamp, long arrivedAt) {
        if (stamp > arrivedAt + FUTURE_TOLERANCE) {
            return Optional.of(Ruling.Reason.FROM_THE_FUTURE);
        }
        return stamp < lastStamp ? Optional.of(Ruling.Reason.STAMP_WENT_BACK) : Optional.empty();
    }

    /** @return this seat after a message of its player whose stamp was found good; it is settled up to that message */
    SeatTrack stamped(long stamp, long arrivedAt) {
        long counted = Math.max(settledUntil, credit.grant(stamp, arrivedAt));
        return new SeatTrack(paddle, stamp, counted, credit.charge(stamp, arrivedAt), line, tally);
    }

    SeatTrack aimed(long target) {
        return new SeatTrack(paddle.aim(settledUntil, target), lastStamp, settledUntil, credit, line, tally);
    }

    /** @return this seat with its paddle stopped at that time, not before where it is settled */
    SeatTrack stopped(long at) {
        return new SeatTrack(paddle.stop(at), lastStamp, at, credit, line, tally);
    }

    SeatTrack settled(long until) {
        return new SeatTrack(paddle, lastStamp, Math.max(settledUntil, until), credit, line, tally);
    }

    SeatTrack nextLeg() {
        return new SeatTrack(paddle, lastStamp, settledUntil, credit.nextLeg(line), line, tally);
    }

    SeatTrack measured(Line newLine) {
        return new SeatTrack(paddle, lastStamp, settledUntil, credit, newLine, tally);
    }

    SeatTrack tallied(Tally newTally) {
        return new SeatTrack(paddle, lastStamp, settledUntil, credit, line, newTally);
    }
}
