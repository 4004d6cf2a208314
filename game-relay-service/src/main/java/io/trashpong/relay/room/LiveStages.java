package io.trashpong.relay.room;

import io.trashpong.relay.room.LiveRoom.LiveMatch;
import io.trashpong.relay.room.LiveRoom.LiveNotice;
import io.trashpong.relay.room.LiveRoom.LiveStage;
import java.util.Optional;

/** A stage as it is handed over, and back. */
final class LiveStages {
    private LiveStages() {}

    /** Empty while a result is being written. */
    static Optional<LiveStage> of(Stage stage) {
        return switch (stage) {
            case Stage.Waiting _ -> Optional.of(new LiveRoom.Waiting());
            case Stage.Countdown(var match, long at, Play play) ->
                Optional.of(new LiveRoom.Countdown(match, at, play.record()));
            case Stage.Running(Match match) -> Optional.of(new LiveRoom.Running(live(match)));
            case Stage.Ending _ -> Optional.empty();
            case Stage.Finished(Match match, var result, var receipt) ->
                Optional.of(new LiveRoom.Finished(live(match), result, receipt));
        };
    }

    static Stage stage(LiveStage live) {
        return switch (live) {
            case LiveRoom.Waiting _ -> new Stage.Waiting();
            case LiveRoom.Countdown(var match, long at, var play) -> new Stage.Countdown(match, at, Play.goOn(play));
            case LiveRoom.Running(LiveMatch match) -> new Stage.Running(match(match));
            case LiveRoom.Finished(LiveMatch match, var result, var receipt) ->
                new Stage.Finished(match(match), result, receipt);
        };
    }

    private static LiveMatch live(Match match) {
        Match.Notice paused = match.paused;
        return new LiveMatch(
                match.id,
                match.startedAt,
                match.players,
                match.play.record(),
                match.pauses.live(),
                paused == null ? null : new LiveNotice(paused.seat(), paused.reason(), paused.ticking()),
                match.pauseAskedIn,
                match.pausedAt,
                match.playsFrom);
    }

    private static Match match(LiveMatch live) {
        var match = new Match(
                live.id(), live.startedAt(), live.players(), Play.goOn(live.play()), PauseClock.of(live.pauses()));
        LiveNotice paused = live.paused();
        match.paused = paused == null ? null : new Match.Notice(paused.seat(), paused.reason(), paused.ticking());
        match.pauseAskedIn = live.pauseAskedIn();
        match.pausedAt = live.pausedAt();
        match.playsFrom = live.playsFrom();
        return match;
    }
}
