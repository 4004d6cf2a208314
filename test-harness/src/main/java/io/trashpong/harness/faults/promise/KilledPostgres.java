package io.trashpong.harness.faults.promise;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.FeedWatch;
import io.trashpong.harness.faults.site.Signal;
import io.trashpong.harness.stack.Progress;
import io.trashpong.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;

/** Postgres is killed with -9 and comes back after 5 s; some play on, some give up meanwhile. */
record KilledPostgres() implements Trial {
    private static final long AWAY_MILLIS = 5_000;
    private static final long FEEDS_WITHIN = 5_000;
    private static final long PATIENCE = 30_000;
    /** A ball needs less than this from one paddle to the other. */
    private static final long LONGEST_FLIGHT = 3_000;

    private static final Skill NEVER_MISSES = new Skill(0, 100_000);

    @Override
    public int number() {
        return 5;
    }

    @Override
    public String promise() {
        return "Postgres killed with -9 and back after 5 s";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        var all = new ArrayList<Contest>();
        var stands = new Durations();
        var results = new Durations();
        var feeds = new Durations();
        for (int round = 0; round < scale.of(1, 2, 5); round++) {
            var rallying = contests(site, 2);
            var givingUp = contests(site, scale.of(2, 4, 6));
            try (var watch = new FeedWatch(site)) {
                long killed = System.nanoTime();
                Signal.KILL.send(site.stack().postgres().processes());
                givingUp.forEach(Contest::rightLeaves);
                Thread.sleep(AWAY_MILLIS);
                long restarting = System.nanoTime();
                for (Contest contest : rallying) {
                    stands.addMicros(longestStand(contest, killed, restarting) / 1_000);
                }
                site.stack().restartPostgres();
                long back = System.nanoTime();
                feeds.add(back, watch.awaitTruth(PATIENCE));
                for (Contest contest : givingUp) {
                    results.add(back, contest.awaitResult(killed, PATIENCE));
                }
            }
            all.addAll(rallying);
            all.addAll(givingUp);
            progress.line("round " + (round + 1));
        }
        var violations = Verdicts.of(site, all);
        Figure balance = Books.balance(site, PATIENCE);
        all.forEach(Contest::close);
        return List.of(
                Figure.atMostMillis("rooms on one replica: longest wait for a ball", LONGEST_FLIGHT, stands.most()),
                Figure.none("results and points lost or doubled", violations),
                balance,
                Figure.atMostMillis("lobby feeds right, slowest", FEEDS_WITHIN, feeds.most()),
                Figure.of("results told after its return", "all", shown(results), results.most() >= 0));
    }

    private static String shown(Durations results) {
        return results.most() < 0 ? "not all" : "all, slowest %.0f ms".formatted(results.most());
    }

    /** In each both players are at one relay, so that it needs no bus. */
    private static List<Contest> contests(FaultSite site, int count) throws InterruptedException {
        var contests = new ArrayList<Contest>();
        for (int i = 0; i < count; i++) {
            contests.add(site.contest(NEVER_MISSES, site.route(i), site.route(i)));
        }
        for (Contest contest : contests) {
            long _ = contest.awaitBall(0, PATIENCE);
        }
        return contests;
    }

    /** The longest time without a new leg, in nanoseconds. */
    private static long longestStand(Contest contest, long from, long to) {
        var legs = contest.history()
                .heard(Contest.LEFT, ServerMessage.LegStarted.class, from)
                .mapToLong(timed -> timed.at())
                .toArray();
        long longest = 0;
        long last = from;
        for (long leg : legs) {
            longest = Math.max(longest, leg - last);
            last = leg;
        }
        return Math.max(longest, to - last);
    }
}
