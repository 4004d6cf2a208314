package io.trashpong.harness.faults.promise;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.faults.history.Lets;
import io.trashpong.harness.faults.history.Moves;
import io.trashpong.harness.faults.promise.Relays.Court;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.Member;
import io.trashpong.harness.faults.site.Signal;
import io.trashpong.harness.stack.Progress;
import io.trashpong.protocol.CloseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** All relays are rolled one by one, by SIGTERM, while matches are played. */
record DrainedRelays() implements Trial {
    private static final long GAP_P99 = 1_000;
    private static final long PATIENCE = 20_000;
    private static final long END_SECONDS = 30;
    private static final Skill FAIR = new Skill(30, 100_000);

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String promise() {
        return "all relays rolled one by one under load";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        List<Court> courts = Relays.courts(site, scale.of(3, 10, 30), FAIR);
        List<Contest> contests = Relays.contests(courts);
        for (Contest contest : contests) {
            long _ = contest.awaitBall(0, PATIENCE);
        }
        var gaps = new Durations();
        var untold = new ArrayList<String>();
        var otherCodes = new ArrayList<Integer>();
        long begin = System.nanoTime();
        int rolls = scale.of(1, FaultSite.RELAYS, 2 * FaultSite.RELAYS);
        for (int roll = 0; roll < rolls; roll++) {
            int relay = roll % FaultSite.RELAYS;
            long since = System.nanoTime();
            List<Court> left = courts.stream()
                    .filter(court -> court.left().current() == relay)
                    .toList();
            List<Court> right = courts.stream()
                    .filter(court -> court.right().current() == relay)
                    .toList();
            // Somebody who does not listen when told to go elsewhere.
            try (Member deaf = Member.enter(site, site.relays().get(relay), "Deaf")) {
                var process = site.stack().relays().get(relay).handle();
                Signal.TERM.send(process);
                CompletableFuture<Void> revived = Relays.revive(site, relay);
                int code = deaf.socket().awaitClose((int) PATIENCE);
                if (code != CloseCode.SERVICE_RESTART.code()) {
                    otherCodes.add(code);
                }
                var _ = process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
                revived.join();
                left.forEach(court -> look(court.contest(), Contest.LEFT, since, gaps, untold));
                right.forEach(court -> look(court.contest(), Contest.RIGHT, since, gaps, untold));
            }
            progress.line("relay " + (relay + 1) + " rolled");
        }
        long end = System.nanoTime();
        int playOn = 0;
        for (Contest contest : contests) {
            playOn += contest.awaitBall(end, PATIENCE) >= 0 ? 1 : 0;
        }
        int replayed = contests.stream()
                .mapToInt(contest -> Lets.count(contest.history(), Contest.LEFT))
                .sum();
        var violations = Verdicts.of(site, contests);
        contests.forEach(Contest::close);
        return List.of(
                Figure.all("matches that go on", contests.size(), playOn),
                Figure.all("rallies served again", 0, replayed),
                Figure.none("points lost, gaps, doubles", violations),
                Figure.atMostMillis("gap, p99 of " + gaps.count(), GAP_P99, gaps.millis(99)),
                Figure.none("clients not told before", untold),
                Figure.none("other codes than 1012 for who stays", otherCodes),
                Figure.of("in all", "-", TimeUnit.NANOSECONDS.toSeconds(end - begin) + " s", true));
    }

    /** A client without a connection is in a gap, from its loss to the next welcome; who never was without has none. */
    private static void look(Contest contest, String client, long since, Durations gaps, List<String> untold) {
        Moves moves = Moves.of(contest.history(), client, since);
        moves.untold().forEach(what -> untold.add(what + " in " + contest.room()));
        if (moves.gaps().isEmpty()) {
            gaps.addMicros(0);
        }
        moves.gaps().forEach(gap -> gaps.add(0, gap));
    }
}
