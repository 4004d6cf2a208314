package io.trashpong.harness.faults.promise;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.faults.history.Observation;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.Signal;
import io.trashpong.harness.stack.Progress;
import java.util.ArrayList;
import java.util.List;

/** The owner stands still for 5 s in the middle of rallies, another takes over, the owner wakes. */
record StoppedOwner() implements Trial {
    private static final long STOPPED_MILLIS = 5_000;
    private static final long CLOSED_WITHIN = 1_000;
    private static final long PATIENCE = 15_000;
    private static final Skill POOR = new Skill(50, 100_000);

    @Override
    public int number() {
        return 3;
    }

    @Override
    public String promise() {
        return "two owners never rule one room (SIGSTOP the owner 5 s, another takes over, SIGCONT)";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        int stops = scale.of(1, 2, 10);
        int rooms = scale.of(3, 5, 5);
        var all = new ArrayList<Contest>();
        var closed = new Durations();
        int takenOver = 0;
        int playOn = 0;
        for (int stop = 0; stop < stops; stop++) {
            int owner = stop % FaultSite.RELAYS;
            List<Contest> contests = ownedBy(site, owner, rooms);
            List<Long> epochs = contests.stream()
                    .map(contest -> contest.epoch(Contest.RIGHT))
                    .toList();
            var process = site.stack().relays().get(owner).handle();
            Signal.STOP.send(process);
            Thread.sleep(STOPPED_MILLIS);
            for (int i = 0; i < rooms; i++) {
                takenOver += contests.get(i).epoch(Contest.RIGHT) > epochs.get(i) ? 1 : 0;
            }
            long woken = System.nanoTime();
            Signal.CONT.send(process);
            for (Contest contest : contests) {
                closed.add(woken, leftOnItsOwner(contest, woken));
            }
            for (Contest contest : contests) {
                playOn += contest.awaitBall(woken, PATIENCE) >= 0 ? 1 : 0;
            }
            all.addAll(contests);
            progress.line(stop + 1 + " of " + stops + " stops");
        }
        var violations = Verdicts.of(site, all);
        all.forEach(Contest::close);
        return List.of(
                Figure.all("taken over while the owner stands still", all.size(), takenOver),
                Figure.atMostMillis("its sockets closed after waking, slowest", CLOSED_WITHIN, closed.most()),
                Figure.none("two truths, writes of the stale epoch", violations),
                Figure.all("rooms that play on", all.size(), playOn));
    }

    /** Who enters first makes the relay it comes to the owner. */
    private static List<Contest> ownedBy(FaultSite site, int owner, int rooms) throws InterruptedException {
        var contests = new ArrayList<Contest>();
        for (int i = 0; i < rooms; i++) {
            contests.add(site.contest(POOR, site.route(owner), site.route(owner + 1 + i % (FaultSite.RELAYS - 1))));
        }
        for (Contest contest : contests) {
            long _ = contest.awaitBall(0, PATIENCE);
        }
        return contests;
    }

    /** When the left player, at the woken relay, lost it or had left it by itself. */
    private static long leftOnItsOwner(Contest contest, long woken) throws InterruptedException {
        boolean gone = contest.history().observations().stream()
                .anyMatch(seen -> seen instanceof Observation.Lost(String who, long at, int _)
                        && who.equals(Contest.LEFT)
                        && at > woken - STOPPED_MILLIS * 1_000_000
                        && at <= woken);
        return gone
                ? woken
                : contest.history()
                        .await(
                                woken,
                                PATIENCE,
                                seen -> seen instanceof Observation.Lost lost
                                        && lost.client().equals(Contest.LEFT));
    }
}
