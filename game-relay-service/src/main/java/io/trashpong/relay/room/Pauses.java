package io.trashpong.relay.room;

import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.ServerMessage.PauseReason;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Halts a running match for who is away or asks for it, and lets it go on. */
final class Pauses {
    private final Course course;
    private final Roster roster;
    private final Outlet out;
    private final Points points;

    Pauses(Course course, Roster roster, Outlet out, Points points) {
        this.course = course;
        this.roster = roster;
        this.out = out;
        this.points = points;
    }

    /** Halts a match just taken over until both are back. */
    static void awaitBoth(Match match, long now) {
        match.pauses.hold(0, PauseReason.AWAY);
        match.pauses.hold(1, PauseReason.AWAY);
        match.paused = new Match.Notice(0, PauseReason.AWAY, false);
        match.pausedAt = now;
        List<PlayStep> _ = match.play.pause(now);
    }

    /** Charges the budgets and sees who holds the match now. @return the seat whose budget is used up, if any */
    OptionalInt charge(Match match, long now) {
        match.pauses.advance(now);
        boolean asks = false;
        for (int seat = 0; seat < 2; seat++) {
            PauseReason wanted = holdOf(roster.seat(seat));
            asks |= wanted == PauseReason.ASKED;
            match.pauses.hold(seat, wanted != null && mayHold(match, wanted, now) ? wanted : null);
        }
        if (!asks || match.paused != null) {
            match.pauseAskedIn = 0;
        }
        return match.pauses.exhausted();
    }

    /**
     * Whether play may stop now. A ball that has crossed is decided first, for its defender's messages may be on their way.
     * Who asks waits for the verdict on the leg in flight, so that nobody picks the moment at which the other's count.
     */
    private static boolean mayHold(Match match, PauseReason wanted, long now) {
        if (match.paused != null || now < match.playsFrom) {
            return true;
        }
        int leg = match.play.underWay(now);
        if (wanted == PauseReason.ASKED && match.pauseAskedIn == 0) {
            match.pauseAskedIn = leg;
        }
        if (match.play.awaitsVerdict(now)) {
            return false;
        }
        return wanted == PauseReason.AWAY || leg == 0 || leg != match.pauseAskedIn;
    }

    void pauseOrResume(Match match, long now) {
        OptionalInt holder = match.pauses.holder();
        if (holder.isPresent()) {
            pause(match, holder.getAsInt(), now);
        } else if (match.paused != null) {
            resume(match, now);
        }
    }

    private void pause(Match match, int seat, long now) {
        var reason = match.pauses.reason(seat) == PauseReason.AWAY ? PauseReason.AWAY : PauseReason.ASKED;
        var notice = new Match.Notice(seat, reason, match.pauses.isTicking(seat));
        if (match.paused == null) {
            // A pause within the lead of the last one begins where that one ended, so the ball does not fly backwards.
            match.pausedAt = Math.max(now, match.playsFrom);
            points.apply(match, match.play.pause(match.pausedAt), now);
        }
        if (course.isRunning(match) && !notice.equals(match.paused)) {
            match.paused = notice;
            long at = match.pausedAt;
            long until = match.pauses.until(seat, now);
            out.announce(seq -> new ServerMessage.Paused(seq, seat, reason, at, until));
        }
    }

    private void resume(Match match, long now) {
        match.paused = null;
        match.pauses.chargeLead(RoomLimits.RESUME_LEAD);
        long at = now + RoomLimits.RESUME_LEAD;
        match.playsFrom = at;
        out.announce(seq -> new ServerMessage.Resumed(seq, at));
        points.apply(match, match.play.resume(at), now);
        if (!match.writing) {
            points.serve(match, at, now);
        }
    }

    private static @Nullable PauseReason holdOf(@Nullable Member member) {
        if (member == null || !member.isHere()) {
            return PauseReason.AWAY;
        }
        return member.asksPause ? PauseReason.ASKED : null;
    }
}
