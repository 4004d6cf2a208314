package io.trashpong.harness.roll;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.faults.history.HistoryChecker;
import io.trashpong.harness.faults.history.Ledger;
import io.trashpong.harness.faults.history.Lets;
import io.trashpong.harness.faults.history.Moves;
import io.trashpong.harness.faults.history.RoomHistory;
import io.trashpong.harness.faults.history.Violation;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.ServerMessage;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Bots on many courts, all through the gateway, match after match, and what they saw of it. */
final class Matches implements AutoCloseable {
    private static final long BALL_MILLIS = 30_000;
    /** They miss most balls, so that a match is over soon. */
    private static final Skill POOR = new Skill(80, 100_000);

    private final List<Contest> contests = new ArrayList<>();

    /** Returns when a ball is in flight on every court. */
    static Matches begin(Vertx vertx, URI gateway, int courts, SplittableRandom dice) throws InterruptedException {
        var matches = new Matches();
        for (int i = 1; i <= courts; i++) {
            matches.contests.add(
                    Contest.open(vertx, gateway, "Court " + i, POOR, () -> gateway, () -> gateway, dice.split()));
        }
        for (Contest contest : matches.contests) {
            long _ = contest.awaitBall(0, BALL_MILLIS);
        }
        return matches;
    }

    /** Matches that were played to the end so far. */
    int played() {
        return contests.stream().mapToInt(contest -> results(contest).size()).sum();
    }

    /** Those that stand still: no new ball comes. */
    List<String> stuck() throws InterruptedException {
        long now = System.nanoTime();
        long deadline = now + TimeUnit.MILLISECONDS.toNanos(BALL_MILLIS);
        var stuck = new ArrayList<String>();
        for (Contest contest : contests) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (contest.awaitBall(now, Math.max(0, left)) < 0) {
                stuck.add("no ball in " + contest.room());
            }
        }
        return stuck;
    }

    /** Matches that began and have no end though another began after them, and those that ended otherwise than by points. */
    List<String> lost() {
        var lost = new ArrayList<String>();
        for (Contest contest : contests) {
            Set<MatchId> begun = begun(contest);
            Set<MatchResult> results = results(contest);
            begun.removeAll(results.stream().map(MatchResult::match).collect(Collectors.toSet()));
            begun.stream().limit(Math.max(0, begun.size() - 1)).forEach(match -> lost.add(match + " has no end"));
            results.stream()
                    .filter(result -> result.ending() != MatchResult.Ending.PLAYED)
                    .forEach(result -> lost.add(result.match() + " ended by " + result.ending()));
        }
        return lost;
    }

    List<Violation> violations(Ledger ledger) {
        var violations = new ArrayList<>(ledger.check());
        contests.forEach(contest -> violations.addAll(HistoryChecker.check(contest.history(), ledger)));
        return violations;
    }

    /** Rallies that were served again though nobody had scored. */
    int servedAgain() {
        return contests.stream()
                .mapToInt(contest -> Lets.count(contest.history(), Contest.LEFT))
                .sum();
    }

    /** Of every player, from {@code since} on. */
    List<Moves> moves(long since) {
        return contests.stream()
                .flatMap(contest -> List.of(Contest.LEFT, Contest.RIGHT).stream()
                        .map(player -> Moves.of(contest.history(), player, since)))
                .toList();
    }

    /** How often a room got another owner. */
    long handedOver() {
        return contests.stream()
                .mapToLong(contest -> contest.epoch(Contest.LEFT) - 1)
                .sum();
    }

    @Override
    public void close() {
        contests.parallelStream().forEach(Contest::close);
    }

    private static Set<MatchId> begun(Contest contest) {
        return heard(contest.history(), ServerMessage.Countdown.class).stream()
                .map(ServerMessage.Countdown::match)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<MatchResult> results(Contest contest) {
        return heard(contest.history(), ServerMessage.Finished.class).stream()
                .map(ServerMessage.Finished::result)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <M extends ServerMessage> List<M> heard(RoomHistory history, Class<M> kind) {
        return history.heard(Contest.LEFT, kind, 0)
                .map(RoomHistory.Timed::message)
                .toList();
    }
}
