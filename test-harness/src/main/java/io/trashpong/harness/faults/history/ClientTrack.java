package io.trashpong.harness.faults.history;

import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where one client stands in a room's history: it follows epoch, number and score, and tells what does not follow. */
final class ClientTrack {
    private final String client;
    private final Consumer<Violation> violations;
    private long epoch;
    private long seq;
    /** The newest number heard since the last snapshot: a tail that begins before it says what is known. */
    private long newest;

    private @Nullable MatchId match;
    private List<Integer> score = List.of(0, 0);

    ClientTrack(String client, Consumer<Violation> violations) {
        this.client = client;
        this.violations = violations;
    }

    long epoch() {
        return epoch;
    }

    @Nullable
    MatchId match() {
        return match;
    }

    void welcomed(ServerMessage.Welcome welcome) {
        if (welcome.epoch() < epoch) {
            violations.accept(new Violation.EpochWentBack(client, epoch, welcome.epoch()));
        }
        // Behind what was heard it may go on: what comes again is held against what came the first time.
        if (welcome.recovered() && welcome.seq() > seq) {
            violations.accept(new Violation.Gap(client, welcome.epoch(), seq, welcome.seq()));
        }
        epoch = welcome.epoch();
        seq = welcome.seq();
        newest = welcome.recovered() ? newest : seq;
        var snapshot = welcome.snapshot();
        if (snapshot != null) {
            match = snapshot.match();
            score = snapshot.score();
        }
    }

    void heard(ServerMessage.Numbered message) {
        long next = seq + 1;
        if (message.seq() < next) {
            violations.accept(new Violation.Repeated(client, epoch, message.seq()));
        } else if (message.seq() > next) {
            violations.accept(new Violation.Gap(client, epoch, next, message.seq()));
        }
        seq = Math.max(seq, message.seq());
        if (message.seq() <= newest) {
            return;
        }
        newest = message.seq();
        switch (message) {
            case ServerMessage.Countdown countdown -> {
                match = countdown.match();
                score = List.of(0, 0);
            }
            case ServerMessage.Goal goal -> scored(goal.score());
            case ServerMessage.SeatChanged _, ServerMessage.Paused _, ServerMessage.Resumed _ -> {}
            case ServerMessage.Finished _, ServerMessage.RematchAsked _, ServerMessage.ChatSaid _ -> {}
            case ServerMessage.LegStarted _, ServerMessage.Turn _, ServerMessage.Played _ -> {}
        }
    }

    private void scored(List<Integer> now) {
        int left = now.get(0) - score.get(0);
        int right = now.get(1) - score.get(1);
        boolean onePoint = left >= 0 && right >= 0 && left + right == 1;
        if (!onePoint && match != null) {
            violations.accept(new Violation.ScoreJumped(client, match, score, now));
        }
        score = now;
    }
}
