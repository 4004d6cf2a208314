package io.trashpong.relay.room;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Receipt;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.RoomSnapshot.Phase;
import io.trashpong.protocol.SeatState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room as others see it: members in a snapshot, the next owner in a record. */
final class RoomViews {
    private RoomViews() {}

    static RoomSnapshot snapshot(GameKind game, Roster roster, Stage stage, long now) {
        Phase phase = phase(stage, now);
        var seats = new ArrayList<@Nullable SeatState>(2);
        seats.add(seat(roster.seat(0), stage));
        seats.add(seat(roster.seat(1), stage));
        Play play = play(stage);
        return new RoomSnapshot(
                game,
                phase,
                seats,
                roster.spectatorsConnected(),
                matchId(stage),
                play == null ? List.of(0, 0) : play.score(),
                phaseAt(stage, now),
                pause(stage, now),
                play == null ? null : play.board(),
                stage instanceof Stage.Finished finished ? finished.result() : null,
                stage instanceof Stage.Finished finished ? finished.receipt() : null);
    }

    static @Nullable SeatState seat(@Nullable Member member, Stage stage) {
        if (member == null || member.seat == null) {
            return null;
        }
        Match match = match(stage);
        long left = match == null ? RoomLimits.PAUSE_BUDGET : match.pauses.left(member.seat);
        return new SeatState(member.player, member.presence(), member.ready, left / 1000);
    }

    static RoomRecord record(GameKind game, Roster roster, Stage stage) {
        var seats = new ArrayList<RoomRecord.@Nullable SeatRecord>(2);
        for (int number = 0; number < 2; number++) {
            Member member = roster.seat(number);
            Match match = match(stage);
            seats.add(
                    member == null
                            ? null
                            : new RoomRecord.SeatRecord(
                                    member.player,
                                    member.creator,
                                    member.secretHash,
                                    match == null ? RoomLimits.PAUSE_BUDGET : match.pauses.left(number)));
        }
        var spectators = roster.spectators().stream()
                .map(spectator -> new RoomRecord.SpectatorRecord(spectator.player, spectator.secretHash))
                .toList();
        return new RoomRecord(game, seats, spectators, matchRecord(stage));
    }

    private static RoomRecord.@Nullable MatchRecord matchRecord(Stage stage) {
        return switch (stage) {
            case Stage.Waiting _, Stage.Countdown _ -> null;
            case Stage.Running(Match match) -> matchRecord(match, null, null);
            case Stage.Ending(var match, var result, var receipt) -> matchRecord(match, result, receipt);
            case Stage.Finished(var match, var result, var receipt) -> matchRecord(match, result, receipt);
        };
    }

    private static RoomRecord.MatchRecord matchRecord(
            Match match, @Nullable MatchResult result, @Nullable Receipt receipt) {
        return new RoomRecord.MatchRecord(match.id, match.startedAt, match.play.record(), result, receipt);
    }

    static @Nullable Match match(Stage stage) {
        return switch (stage) {
            case Stage.Waiting _, Stage.Countdown _ -> null;
            case Stage.Running running -> running.match();
            case Stage.Ending ending -> ending.match();
            case Stage.Finished finished -> finished.match();
        };
    }

    private static @Nullable Play play(Stage stage) {
        if (stage instanceof Stage.Countdown countdown) {
            return countdown.play();
        }
        Match match = match(stage);
        return match == null ? null : match.play;
    }

    private static @Nullable MatchId matchId(Stage stage) {
        if (stage instanceof Stage.Countdown countdown) {
            return countdown.match();
        }
        Match match = match(stage);
        return match == null ? null : match.id;
    }

    private static Phase phase(Stage stage, long now) {
        return switch (stage) {
            case Stage.Waiting _ -> Phase.WAITING;
            case Stage.Countdown _ -> Phase.COUNTDOWN;
            case Stage.Running(Match match) -> {
                if (match.paused != null) {
                    yield Phase.PAUSED;
                }
                yield match.play.isInRally(now) ? Phase.RALLY : Phase.SERVE;
            }
            case Stage.Ending _ -> Phase.SERVE;
            case Stage.Finished _ -> Phase.FINISHED;
        };
    }

    private static @Nullable Long phaseAt(Stage stage, long now) {
        return switch (stage) {
            case Stage.Countdown countdown -> countdown.at();
            case Stage.Running(Match match) ->
                match.paused == null && match.playsFrom > now ? (Long) match.playsFrom : null;
            case Stage.Waiting _, Stage.Ending _, Stage.Finished _ -> null;
        };
    }

    private static RoomSnapshot.@Nullable Pause pause(Stage stage, long now) {
        if (!(stage instanceof Stage.Running(Match match)) || match.paused == null) {
            return null;
        }
        Match.Notice notice = match.paused;
        long until = match.pauses.until(notice.seat(), now);
        return new RoomSnapshot.Pause(notice.seat(), notice.reason(), match.pausedAt, until);
    }
}
