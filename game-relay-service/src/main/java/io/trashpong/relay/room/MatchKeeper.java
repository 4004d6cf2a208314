package io.trashpong.relay.room;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.ServerMessage.PauseReason;
import io.trashpong.protocol.event.RelayEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The course of a room's matches: countdown, points, pauses, ends. A point or result is announced once it is written. */
final class MatchKeeper {
    private final RoomId room;
    private final GameKind game;
    private final long origin;
    private final Dice dice;
    private final Roster roster;
    private final Outlet out;
    private Stage stage = new Stage.Waiting();

    /** @param origin when room time was 0, in microseconds of Unix time */
    MatchKeeper(RoomId room, GameKind game, long origin, Dice dice, Roster roster, Outlet out) {
        this.room = room;
        this.game = game;
        this.origin = origin;
        this.dice = dice;
        this.roster = roster;
        this.out = out;
    }

    Stage stage() {
        return stage;
    }

    boolean isRunning() {
        return stage instanceof Stage.Running || stage instanceof Stage.Ending;
    }

    /** Takes over a match as the row has it; a rally that was in play is served again once both are back. */
    void restore(RoomRecord.MatchRecord record, List<RoomRecord.@Nullable SeatRecord> seats, long now) {
        RoomRecord.SeatRecord left = seats.get(0);
        RoomRecord.SeatRecord right = seats.get(1);
        var players = new ArrayList<Player>(2);
        if (left != null) {
            players.add(left.player());
        }
        if (right != null) {
            players.add(right.player());
        }
        var pauses = new PauseClock(left == null ? 0 : left.pauseLeft(), right == null ? 0 : right.pauseLeft(), now);
        var match = new Match(record.id(), record.startedAt(), players, Play.restore(record.play()), pauses);
        match.playsFrom = now;
        MatchResult result = record.result();
        FairnessReceipt receipt = record.receipt();
        if (result != null && receipt != null) {
            stage = new Stage.Finished(match, result, receipt);
        } else if (players.size() == 2) {
            stage = new Stage.Running(match);
            awaitBoth(match, now);
        }
    }

    private static void awaitBoth(Match match, long now) {
        match.pauses.hold(0, PauseReason.AWAY);
        match.pauses.hold(1, PauseReason.AWAY);
        match.paused = new Match.Notice(0, PauseReason.AWAY, false);
        match.pausedAt = now;
        List<PlayStep> _ = match.play.pause(now);
    }

    void move(Member member, int seat, ClientMessage.Frequent message, long now) {
        switch (stage) {
            case Stage.Running(Match match) -> apply(match, member, match.play.move(seat, message, now), now);
            case Stage.Countdown countdown -> show(member, countdown.play().move(seat, message, now));
            case Stage.Waiting _, Stage.Ending _, Stage.Finished _ ->
                refuse(member, ErrorCode.NOT_NOW, "no match is in play");
        }
    }

    void measured(Member member, int seat) {
        switch (stage) {
            case Stage.Running(Match match) -> match.play.measured(seat, member.line);
            case Stage.Countdown countdown -> countdown.play().measured(seat, member.line);
            case Stage.Waiting _, Stage.Ending _, Stage.Finished _ -> {}
        }
    }

    /** The match in play is lost for that seat; nothing when none is. */
    void forfeit(int seat, Ending ending, long now) {
        if (stage instanceof Stage.Running(Match match)) {
            end(match, 1 - seat, match.play.score(), ending, null, now);
        }
    }

    /** Brings the stage in line with who is here and what they want. To be called after every change, and when due. */
    void settle(long now) {
        switch (stage) {
            case Stage.Waiting _ -> {
                if (bothHere() && roster.seated().stream().allMatch(member -> member.ready)) {
                    countDown(now);
                }
            }
            case Stage.Finished _ -> {
                if (!roster.isFull()) {
                    stage = new Stage.Waiting();
                } else if (bothHere() && roster.seated().stream().allMatch(member -> member.wantsRematch)) {
                    countDown(now);
                }
            }
            case Stage.Countdown countdown -> {
                if (!bothHere()) {
                    stage = new Stage.Waiting();
                    roster.seated().forEach(member -> member.ready = false);
                } else if (now >= countdown.at() - RoomLimits.SERVE_AHEAD) {
                    begin(countdown, now);
                }
            }
            case Stage.Running(Match match) -> run(match, now);
            case Stage.Ending _ -> {}
        }
    }

    OptionalLong nextWake() {
        return switch (stage) {
            case Stage.Countdown countdown -> OptionalLong.of(countdown.at() - RoomLimits.SERVE_AHEAD);
            case Stage.Running(Match match) ->
                match.paused == null ? match.play.nextDeadline() : match.pauses.runsOutAt();
            case Stage.Waiting _, Stage.Ending _, Stage.Finished _ -> OptionalLong.empty();
        };
    }

    private boolean bothHere() {
        return roster.isFull() && roster.seated().stream().allMatch(Member::isHere);
    }

    private void countDown(long now) {
        var match = dice.match();
        long at = now + RoomLimits.COUNTDOWN;
        var play = Play.open(game, dice.seed(), now);
        roster.seated().forEach(member -> {
            member.wantsRematch = false;
            member.asksPause = false;
            if (member.seat != null && !member.line.isEmpty()) {
                play.measured(member.seat, member.line);
            }
        });
        stage = new Stage.Countdown(match, at, play);
        out.announce(seq -> new ServerMessage.Countdown(seq, match, at));
    }

    private void begin(Stage.Countdown countdown, long now) {
        var players = roster.seated().stream().map(member -> member.player).toList();
        var pauses = new PauseClock(RoomLimits.PAUSE_BUDGET, RoomLimits.PAUSE_BUDGET, now);
        var match = new Match(countdown.match(), countdown.at(), players, countdown.play(), pauses);
        match.writing = true;
        stage = new Stage.Running(match);
        roster.seated().forEach(member -> member.ready = false);
        var started = new RelayEvent.MatchStarted(room, match.id, game, players, instant(match.startedAt));
        write(List.of(started), written -> serveAfterWrite(match, countdown.at(), written));
    }

    private void serveAfterWrite(Match match, long at, long now) {
        match.writing = false;
        if (stage instanceof Stage.Running(Match running) && running == match && match.paused == null) {
            start(match, Math.max(at, now), now);
        }
    }

    private void start(Match match, long at, long now) {
        match.playsFrom = at;
        if (match.play.awaitsStart()) {
            announce(match, match.play.start(at), now);
        }
    }

    private void run(Match match, long now) {
        announce(match, match.paused == null ? match.play.due(now) : List.of(), now);
        match.pauses.advance(now);
        for (int seat = 0; seat < 2; seat++) {
            match.pauses.hold(seat, holdOf(roster.seat(seat)));
        }
        OptionalInt exhausted = match.pauses.exhausted();
        if (stage instanceof Stage.Running && exhausted.isPresent()) {
            forfeit(exhausted.getAsInt(), Ending.AWAY, now);
        } else if (stage instanceof Stage.Running) {
            pauseOrResume(match, now);
        }
    }

    private void pauseOrResume(Match match, long now) {
        OptionalInt holder = match.pauses.holder();
        if (holder.isEmpty()) {
            if (match.paused != null) {
                resume(match, now);
            }
            return;
        }
        int seat = holder.getAsInt();
        var reason = match.pauses.reason(seat) == PauseReason.AWAY ? PauseReason.AWAY : PauseReason.ASKED;
        var notice = new Match.Notice(seat, reason, match.pauses.isTicking(seat));
        if (match.paused == null) {
            // A pause within the lead of the last one begins where that one ended, so the ball does not fly backwards.
            match.pausedAt = Math.max(now, match.playsFrom);
            announce(match, match.play.pause(match.pausedAt), now);
        }
        if (stage instanceof Stage.Running && !notice.equals(match.paused)) {
            match.paused = notice;
            long at = match.pausedAt;
            long until = match.pauses.until(seat, now);
            out.announce(seq -> new ServerMessage.Paused(seq, seat, reason, at, until));
        }
    }

    private void resume(Match match, long now) {
        match.paused = null;
        long at = now + RoomLimits.RESUME_LEAD;
        match.playsFrom = at;
        out.announce(seq -> new ServerMessage.Resumed(seq, at));
        announce(match, match.play.resume(at), now);
        if (!match.writing) {
            start(match, at, now);
        }
    }

    private static @Nullable PauseReason holdOf(@Nullable Member member) {
        if (member == null || !member.isHere()) {
            return PauseReason.AWAY;
        }
        return member.asksPause ? PauseReason.ASKED : null;
    }

    private void show(@Nullable Member mover, List<PlayStep> steps) {
        for (PlayStep step : steps) {
            switch (step) {
                case PlayStep.Shown shown -> {
                    Member moved = roster.seat(shown.seat());
                    out.tell(moved == null ? roster.connections() : roster.connectionsExcept(moved), shown.message());
                }
                case PlayStep.Announced announced -> out.announce(announced.numbered());
                case PlayStep.Refused refused -> refuse(mover, refused.code(), refused.message());
                case PlayStep.Point _ -> {}
            }
        }
    }

    private void announce(Match match, List<PlayStep> steps, long now) {
        apply(match, null, steps, now);
    }

    private void apply(Match match, @Nullable Member mover, List<PlayStep> steps, long now) {
        show(mover, steps);
        for (PlayStep step : steps) {
            if (step instanceof PlayStep.Point point) {
                point(match, point, now);
            }
        }
    }

    private void point(Match match, PlayStep.Point point, long now) {
        Integer winner = point.winner();
        if (winner != null) {
            end(match, winner, point.score(), Ending.PLAYED, point, now);
            return;
        }
        match.writing = true;
        write(List.of(new RelayEvent.ScoreChanged(room, match.id, point.score())), written -> {
            long serveAt = written + RoomLimits.SERVE_PAUSE;
            goal(point, serveAt);
            serveAfterWrite(match, serveAt, written);
        });
    }

    private void goal(PlayStep.Point point, @Nullable Long serveAt) {
        out.announce(seq -> new ServerMessage.Goal(seq, point.scorer(), point.score(), point.leg(), serveAt));
    }

    private void end(
            Match match, int winner, List<Integer> score, Ending ending, PlayStep.@Nullable Point last, long now) {
        var result = new MatchResult(match.id, winner, score, ending);
        var receipt = match.play.receipt();
        stage = new Stage.Ending(match, result, receipt);
        var finished = new RelayEvent.MatchFinished(
                room, game, match.players, result, receipt, instant(match.startedAt), instant(now));
        write(List.of(finished), _ -> {
            if (last != null) {
                goal(last, null);
            }
            stage = new Stage.Finished(match, result, receipt);
            out.announce(seq -> new ServerMessage.Finished(seq, result, receipt));
        });
    }

    private void write(List<RelayEvent> events, LongConsumer then) {
        out.write(record(), events, false, then);
    }

    private RoomRecord record() {
        return RoomViews.record(game, roster, stage);
    }

    private void refuse(@Nullable Member member, ErrorCode code, String message) {
        if (member != null && member.connection != null) {
            out.refuse(member.connection, code, message);
        }
    }

    private Instant instant(long roomTime) {
        return Instant.EPOCH.plus(origin + roomTime, ChronoUnit.MICROS);
    }
}
