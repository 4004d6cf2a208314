package io.trashpong.relay.room;

import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of play: what is shown, what counts, the end of a match. What counts is announced once it is written. */
final class Points {
    private final Course course;
    private final Roster roster;
    private final Outlet out;

    Points(Course course, Roster roster, Outlet out) {
        this.course = course;
        this.roster = roster;
        this.out = out;
    }

    /** @param mover whose move it was; null when it was time's */
    void apply(Match match, @Nullable Member mover, List<PlayStep> steps, long now) {
        show(mover, steps);
        for (PlayStep step : steps) {
            if (step instanceof PlayStep.Decided decided) {
                decided(match, decided, now);
            } else if (step instanceof PlayStep.Lost lost) {
                end(match, 1 - lost.seat(), lost.ending(), null, now);
            }
        }
    }

    void apply(Match match, List<PlayStep> steps, long now) {
        apply(match, null, steps, now);
    }

    /** Passes on all but what counts. */
    void show(@Nullable Member mover, List<PlayStep> steps) {
        for (PlayStep step : steps) {
            switch (step) {
                case PlayStep.Shown shown -> {
                    Member moved = roster.seat(shown.seat());
                    out.show(moved, shown.message());
                }
                case PlayStep.Announced announced -> out.announce(announced.numbered());
                case PlayStep.Refused refused -> refuse(mover, refused.code(), refused.message());
                case PlayStep.Decided _, PlayStep.Lost _ -> {}
            }
        }
    }

    void refuse(@Nullable Member member, ErrorCode code, String message) {
        if (member != null && member.connection != null) {
            out.refuse(member.connection, code, message);
        }
    }

    /** Serves what waited for a write, unless the match is over or paused by then. */
    void serveAfterWrite(Match match, long at, long now) {
        match.writing = false;
        if (course.isRunning(match) && match.paused == null) {
            serve(match, Math.max(at, now), now);
        }
    }

    void serve(Match match, long at, long now) {
        match.playsFrom = at;
        if (match.play.awaitsStart()) {
            apply(match, match.play.start(at), now);
        }
    }

    /**
     * @param winner null for a draw
     * @param last what ended it; null when it was nothing that was played
     */
    void end(Match match, @Nullable Integer winner, Ending ending, PlayStep.@Nullable Told last, long now) {
        var result = new MatchResult(match.id, winner, match.play.score(), ending);
        var receipt = match.play.receipt();
        course.enter(new Stage.Ending(match, result, receipt));
        var finished = new RelayEvent.MatchFinished(
                course.room,
                course.game,
                match.players,
                result,
                receipt,
                course.instant(match.startedAt),
                course.instant(now));
        course.write(List.of(finished), _ -> {
            if (last != null) {
                out.announce(seq -> last.numbered(seq, null));
            }
            course.enter(new Stage.Finished(match, result, receipt));
            out.announce(seq -> new ServerMessage.Finished(seq, result, receipt));
        });
    }

    private void decided(Match match, PlayStep.Decided decided, long now) {
        PlayStep.Outcome outcome = decided.outcome();
        if (outcome != null) {
            end(match, outcome.winner(), Ending.PLAYED, decided.told(), now);
            return;
        }
        List<Integer> score = decided.score();
        List<RelayEvent> events =
                score == null ? List.of() : List.of(new RelayEvent.ScoreChanged(course.room, match.id, score));
        match.writing = true;
        course.write(events, written -> {
            long next = written + decided.rest();
            out.announce(seq -> decided.told().numbered(seq, next));
            serveAfterWrite(match, next, written);
        });
    }
}
