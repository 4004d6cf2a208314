package io.trashpong.harness.faults.history;

import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what every client of one room saw and says what can't all be true: gaps and doubles in the numbers, one number with two
 * contents, one point with two scores, a score that goes back, a goal that is forgotten later. Numbers begin anew with each epoch,
 * so a message is known by both.
 */
public final class HistoryChecker {
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, ClientTrack> tracks = new HashMap<>();
    private final Map<Place, ServerMessage> contents = new HashMap<>();
    private final Map<Point, List<Integer>> points = new HashMap<>();
    private final Map<MatchId, MatchResult> results = new HashMap<>();
    private final List<Scored> goals = new ArrayList<>();
    private final List<Scored> snapshots = new ArrayList<>();

    private record Place(long epoch, long seq) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return epoch == other.epoch ? Long.compare(seq, other.seq) : Long.compare(epoch, other.epoch);
        }
    }

    private record Point(MatchId match, int number) {}

    private record Scored(Place place, MatchId match, List<Integer> score) {
        int points() {
            return score.get(0) + score.get(1);
        }
    }

    private HistoryChecker() {}

    /** What is wrong with this history by itself. */
    public static List<Violation> check(RoomHistory history) {
        return read(history).violations;
    }

    /** The same, and what the database knows otherwise; to be read when nothing is being written any more. */
    public static List<Violation> check(RoomHistory history, Ledger ledger) {
        HistoryChecker checker = read(history);
        checker.compare(ledger);
        return checker.violations;
    }

    private static HistoryChecker read(RoomHistory history) {
        var checker = new HistoryChecker();
        for (Observation observation : history.observations()) {
            if (observation instanceof Observation.Heard(String client, long _, ServerMessage message)) {
                checker.heard(client, message);
            }
        }
        checker.lookForForgottenGoals();
        return checker;
    }

    private void heard(String client, ServerMessage message) {
        ClientTrack track = tracks.computeIfAbsent(client, name -> new ClientTrack(name, violations::add));
        switch (message) {
            case ServerMessage.Welcome welcome -> {
                track.welcomed(welcome);
                snapshot(new Place(welcome.epoch(), welcome.seq()), welcome.snapshot());
            }
            case ServerMessage.Numbered numbered -> {
                track.heard(numbered);
                told(track, new Place(track.epoch(), numbered.seq()), message);
            }
            case ServerMessage.Seldom _, ServerMessage.Frequent _ -> {}
        }
    }

    private void told(ClientTrack track, Place place, ServerMessage message) {
        ServerMessage before = contents.putIfAbsent(place, message);
        if (before != null && !before.equals(message)) {
            violations.add(new Violation.TwoTruths(place.epoch(), place.seq(), before.toString(), message.toString()));
        }
        MatchId match = track.match();
        if (message instanceof ServerMessage.Goal goal && match != null) {
            var scored = new Scored(place, match, goal.score());
            goals.add(scored);
            point(scored);
        }
        if (message instanceof ServerMessage.Finished finished) {
            result(finished.result());
        }
    }

    private void snapshot(Place place, @Nullable RoomSnapshot snapshot) {
        if (snapshot == null || snapshot.match() == null) {
            return;
        }
        var scored = new Scored(place, snapshot.match(), snapshot.score());
        snapshots.add(scored);
        if (snapshot.phase() == RoomSnapshot.Phase.FINISHED && snapshot.result() != null) {
            result(snapshot.result());
        } else {
            point(scored);
        }
    }

    private void point(Scored scored) {
        List<Integer> before = points.putIfAbsent(new Point(scored.match(), scored.points()), scored.score());
        if (before != null && !before.equals(scored.score())) {
            violations.add(new Violation.TwoScores(scored.match(), before, scored.score()));
        }
    }

    private void result(MatchResult result) {
        MatchResult before = results.putIfAbsent(result.match(), result);
        if (before != null && !before.equals(result)) {
            violations.add(new Violation.TwoResults(result.match(), before.toString(), result.toString()));
        }
    }

    private void lookForForgottenGoals() {
        for (Scored goal : goals) {
            for (Scored snapshot : snapshots) {
                if (snapshot.match().equals(goal.match())
                        && snapshot.place().compareTo(goal.place()) >= 0
                        && snapshot.points() < goal.points()) {
                    violations.add(new Violation.GoalForgotten(goal.match(), goal.score(), snapshot.score()));
                }
            }
        }
    }

    private void compare(Ledger ledger) {
        for (Scored goal : goals) {
            boolean written = ledger.scores(goal.match()).stream()
                    .anyMatch(event -> event.score().equals(goal.score()));
            if (!written && !isFinalScore(ledger, goal)) {
                violations.add(new Violation.NotWritten(goal.match(), "goal " + goal.score()));
            }
        }
        results.forEach((match, announced) -> {
            var written = ledger.results(match);
            if (written.isEmpty()) {
                violations.add(new Violation.NotWritten(match, announced.toString()));
            } else if (!written.getFirst().result().equals(announced)) {
                violations.add(new Violation.TwoResults(
                        match, announced.toString(), written.getFirst().result().toString()));
            }
        });
    }

    /** The last goal may be written with the result alone. */
    private static boolean isFinalScore(Ledger ledger, Scored goal) {
        return ledger.results(goal.match()).stream()
                .anyMatch(event -> event.result().score().equals(goal.score()));
    }
}
