package io.trashpong.relay.room;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.MatchResult.Ending;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.Receipt;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Takes a room from one stage of its matches to the next: waiting, countdown, match, end, rematch. */
final class MatchKeeper {
    private final Dice dice;
    private final Roster roster;
    private final Outlet out;
    private final Course course;
    private final Points points;
    private final Pauses pauses;

    MatchKeeper(Course course, Dice dice, Roster roster, Outlet out) {
        this.course = course;
        this.dice = dice;
        this.roster = roster;
        this.out = out;
        points = new Points(course, roster, out);
        pauses = new Pauses(course, roster, out, points);
    }

    Stage stage() {
        return course.stage();
    }

    boolean isRunning() {
        return stage() instanceof Stage.Running || stage() instanceof Stage.Ending;
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
        var budgets = new PauseClock(budget(left), budget(right), now);
        var match = new Match(record.id(), record.startedAt(), players, Play.restore(record.play()), budgets);
        match.playsFrom = now;
        MatchResult result = record.result();
        Receipt receipt = record.receipt();
        if (result != null && receipt != null) {
            course.enter(new Stage.Finished(match, result, receipt));
        } else if (players.size() == 2) {
            course.enter(new Stage.Running(match));
            Pauses.awaitBoth(match, now);
        }
    }

    /** Who is cut off because his relay died gets time to come back, whatever he has used up. */
    private static long budget(RoomRecord.@Nullable SeatRecord seat) {
        return seat == null ? 0 : Math.max(seat.pauseLeft(), RoomLimits.TAKE_OVER_BUDGET);
    }

    /** Goes on where the owner before stood. */
    void goOn(Stage stage) {
        course.enter(stage);
    }

    void move(Member member, int seat, ClientMessage.Move move, long now) {
        if (move.game() != course.game) {
            points.refuse(member, ErrorCode.GAME_WRONG, "a move of another game");
            return;
        }
        switch (stage()) {
            case Stage.Running(Match match) -> points.apply(match, member, match.play.move(seat, move, now), now);
            case Stage.Countdown countdown ->
                points.show(member, countdown.play().move(seat, move, now));
            case Stage.Waiting _, Stage.Ending _, Stage.Finished _ ->
                points.refuse(member, ErrorCode.NOT_NOW, "no match is in play");
        }
    }

    void measured(Member member, int seat) {
        switch (stage()) {
            case Stage.Running(Match match) -> match.play.measured(seat, member.line);
            case Stage.Countdown countdown -> countdown.play().measured(seat, member.line);
            case Stage.Waiting _, Stage.Ending _, Stage.Finished _ -> {}
        }
    }

    /** The match in play is lost for that seat; nothing when none is. */
    void forfeit(int seat, Ending ending, long now) {
        if (stage() instanceof Stage.Running(Match match)) {
            points.end(match, 1 - seat, ending, null, now);
        }
    }

    /** Brings the stage in line with who is here and what they want. To be called after every change, and when due. */
    void settle(long now) {
        switch (stage()) {
            case Stage.Waiting _ -> {
                if (bothHere() && roster.seated().stream().allMatch(member -> member.ready)) {
                    countDown(Play.open(course.game, dice.seed(), now), now);
                }
            }
            case Stage.Finished(Match match, MatchResult result, Receipt _) -> {
                if (!roster.isFull()) {
                    course.enter(new Stage.Waiting());
                } else if (bothHere() && roster.seated().stream().allMatch(member -> member.wantsRematch)) {
                    countDown(match.play.again(dice.seed(), result, now), now);
                }
            }
            case Stage.Countdown countdown -> {
                if (!bothHere()) {
                    course.enter(new Stage.Waiting());
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
        return switch (stage()) {
            case Stage.Countdown countdown -> OptionalLong.of(countdown.at() - RoomLimits.SERVE_AHEAD);
            case Stage.Running(Match match) ->
                match.paused == null ? match.play.nextDeadline() : match.pauses.runsOutAt();
            case Stage.Waiting _, Stage.Ending _, Stage.Finished _ -> OptionalLong.empty();
        };
    }

    private boolean bothHere() {
        return roster.isFull() && roster.seated().stream().allMatch(Member::isHere);
    }

    private void countDown(Play play, long now) {
        var match = dice.match();
        long at = now + RoomLimits.COUNTDOWN;
        roster.seated().forEach(member -> {
            member.wantsRematch = false;
            member.asksPause = false;
            if (member.seat != null && !member.line.isEmpty()) {
                play.measured(member.seat, member.line);
            }
        });
        course.enter(new Stage.Countdown(match, at, play));
        out.announce(seq -> new ServerMessage.Countdown(seq, match, at));
    }

    private void begin(Stage.Countdown countdown, long now) {
        var players = roster.seated().stream().map(member -> member.player).toList();
        var budgets = new PauseClock(RoomLimits.PAUSE_BUDGET, RoomLimits.PAUSE_BUDGET, now);
        var match = new Match(countdown.match(), countdown.at(), players, countdown.play(), budgets);
        match.writing = true;
        course.enter(new Stage.Running(match));
        roster.seated().forEach(member -> member.ready = false);
        var started = new RelayEvent.MatchStarted(
                course.room, match.id, course.game, players, course.instant(match.startedAt));
        course.write(List.of(started), written -> points.serveAfterWrite(match, countdown.at(), written));
    }

    private void run(Match match, long now) {
        points.apply(match, match.paused == null ? match.play.due(now) : List.of(), now);
        OptionalInt exhausted = pauses.charge(match, now);
        if (!course.isRunning(match)) {
            return;
        }
        if (exhausted.isPresent()) {
            forfeit(exhausted.getAsInt(), Ending.AWAY, now);
        } else {
            pauses.pauseOrResume(match, now);
        }
    }
}
