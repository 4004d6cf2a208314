package io.trashpong.harness.faults.promise;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.faults.promise.Relays.Court;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.Signal;
import io.trashpong.harness.stack.Progress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * A relay dies in the middle of matches, by SIGKILL. Mostly the others have been up for a while; now and then one of them has only
 * just come back from the kill before, and may not hold anybody for dead yet.
 */
record KilledRelay() implements Trial {
    private static final long FROM_KILL_P95 = 2_000;
    private static final long FROM_KILL_MOST = 5_000;
    private static final long PATIENCE = 15_000;
    private static final int LONGEST_PAUSE_MILLIS = 1_500;
    /** After which a relay that starts may take a dead one's rooms: its {@code LeaseTimes.settled}. */
    private static final long SETTLED_MILLIS = 2_500;
    /** One kill in so many comes at once after the one before. */
    private static final int HASTY = 2;

    private static final Skill POOR = new Skill(50, 100_000);

    @Override
    public int number() {
        return 1;
    }

    @Override
    public String promise() {
        return "a relay killed with -9 in a match: both players back in the same match, right score";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        int kills = scale.of(2, 20, 100);
        List<Court> courts = Relays.courts(site, scale.of(3, 6, 6), POOR);
        var back = new Durations();
        var backFromHasty = new Durations();
        int playOn = 0;
        int affected = 0;
        SplittableRandom dice = site.dice();
        long since = 0;
        for (int kill = 1; kill <= kills; kill++) {
            for (Court court : courts) {
                long _ = court.contest().awaitBall(since, PATIENCE);
            }
            boolean hasty = kill % HASTY == 0;
            Thread.sleep((hasty ? 0 : SETTLED_MILLIS) + dice.nextInt(LONGEST_PAUSE_MILLIS));
            int victim = kill % FaultSite.RELAYS;
            List<Hit> hits = courts.stream()
                    .filter(court -> court.isAt(victim))
                    .map(court -> Hit.of(court, victim))
                    .toList();
            since = System.nanoTime();
            Signal.KILL.send(site.stack().relays().get(victim).handle());
            CompletableFuture<Void> revived = Relays.revive(site, victim);
            for (Hit hit : hits) {
                (hasty ? backFromHasty : back).add(since, hit.bothBack(since));
            }
            for (Hit hit : hits) {
                affected++;
                playOn += hit.contest().awaitBall(since, PATIENCE) >= 0 ? 1 : 0;
            }
            revived.join();
            if (kill % 10 == 0) {
                progress.line(kill + " of " + kills + " kills");
            }
        }
        List<Contest> contests = Relays.contests(courts);
        var violations = Verdicts.of(site, contests);
        contests.forEach(Contest::close);
        return List.of(
                Figure.atMostMillis("kill to snapshot, p95 of " + back.count(), FROM_KILL_P95, back.millis(95))
                        .onQuietMachine(),
                Figure.atMostMillis("kill to snapshot, slowest", FROM_KILL_MOST, back.most()),
                Figure.atMostMillis("the same, another just started", FROM_KILL_MOST, backFromHasty.most()),
                Figure.all("rooms hit that play on", affected, playOn),
                Figure.none("goals lost, gaps, doubles in " + kills + " kills", violations));
    }

    /** A room that the kill hits: who is cut off, and the epoch before. */
    private record Hit(Contest contest, boolean left, boolean right, long epoch) {
        static Hit of(Court court, int victim) {
            Contest contest = court.contest();
            return new Hit(
                    contest,
                    court.left().current() == victim,
                    court.right().current() == victim,
                    contest.epoch(Contest.LEFT));
        }

        /** When the last of those who had to be welcomed was: who was cut off, and all when there is a new owner. */
        long bothBack(long since) throws InterruptedException {
            long leftBack = left ? contest.awaitWelcome(Contest.LEFT, since, PATIENCE) : since;
            long rightBack = right ? contest.awaitWelcome(Contest.RIGHT, since, PATIENCE) : since;
            boolean newOwner = contest.epoch(Contest.LEFT) > epoch || contest.epoch(Contest.RIGHT) > epoch;
            if (newOwner && !left) {
                leftBack = contest.awaitWelcome(Contest.LEFT, since, PATIENCE);
            }
            if (newOwner && !right) {
                rightBack = contest.awaitWelcome(Contest.RIGHT, since, PATIENCE);
            }
            return leftBack < 0 || rightBack < 0 ? -1 : Math.max(leftBack, rightBack);
        }
    }
}
