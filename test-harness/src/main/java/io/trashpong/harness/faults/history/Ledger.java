package io.trashpong.harness.faults.history;

import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.RelayEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the database knows of matches: the relay's durable events, which are written with the rows that they tell of, and how
 * often each result was counted by the lobby.
 *
 * @param scores by match, in the order of writing
 * @param results by match, as often as they were written
 */
public record Ledger(
        Map<MatchId, List<RelayEvent.ScoreChanged>> scores, Map<MatchId, List<RelayEvent.MatchFinished>> results) {
    private static final String EVENTS =
            "SELECT payload::text FROM bus.outbox WHERE topic = '" + RelayEvent.TOPIC + "' ORDER BY xid, id";

    public Ledger {
        scores = Map.copyOf(scores);
        results = Map.copyOf(results);
    }

    /** @param superuser is closed */
    public static Ledger read(Connection superuser) throws SQLException {
        var scores = new ArrayList<RelayEvent.ScoreChanged>();
        var results = new ArrayList<RelayEvent.MatchFinished>();
        try (superuser;
                var statement = superuser.createStatement();
                var rows = statement.executeQuery(EVENTS)) {
            while (rows.next()) {
                switch (TextFrame.decodeRelayEvent(rows.getString(1))) {
                    case RelayEvent.ScoreChanged score -> scores.add(score);
                    case RelayEvent.MatchFinished finished -> results.add(finished);
                    case RelayEvent.RoomOpened _, RelayEvent.SeatLeft _, RelayEvent.RoomClosed _ -> {}
                    case RelayEvent.MatchStarted _, RelayEvent.SpectatorsChanged _ -> {}
                }
            }
        }
        return of(scores, results);
    }

    public static Ledger of(List<RelayEvent.ScoreChanged> scores, List<RelayEvent.MatchFinished> results) {
        return new Ledger(
                scores.stream().collect(Collectors.groupingBy(RelayEvent.ScoreChanged::match)),
                results.stream().collect(Collectors.groupingBy(RelayEvent.MatchFinished::match)));
    }

    /** What is wrong in the database by itself: points or results that are there twice. */
    public List<Violation> check() {
        var violations = new ArrayList<Violation>();
        scores.forEach((match, written) -> {
            var points = new HashMap<Integer, List<Integer>>();
            for (RelayEvent.ScoreChanged event : written) {
                List<Integer> score = event.score();
                List<Integer> before = points.putIfAbsent(score.get(0) + score.get(1), score);
                if (before != null) {
                    violations.add(
                            before.equals(score)
                                    ? new Violation.PointDoubled(match, score)
                                    : new Violation.TwoScores(match, before, score));
                }
            }
        });
        results.forEach((match, written) -> {
            if (written.size() > 1) {
                violations.add(new Violation.ResultDoubled(match, written.size()));
            }
        });
        return violations;
    }

    List<RelayEvent.ScoreChanged> scores(MatchId match) {
        return scores.getOrDefault(match, List.of());
    }

    public List<RelayEvent.MatchFinished> results(MatchId match) {
        return results.getOrDefault(match, List.of());
    }
}
