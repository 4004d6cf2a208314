package io.trashpong.harness.faults.promise;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.faults.history.Observation;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.line.FaultProxy;
import io.trashpong.harness.stack.Progress;
import io.trashpong.protocol.SeatState;
import io.trashpong.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One player's network is reset, or falls silent for a while; every room has its own line and its own fate. */
record DeadNetwork() implements Trial {
    private static final long RESUME_WITHIN = 1_000;
    private static final long SEEN_WITHIN = 10_000;
    private static final long TOLD_WITHIN = 6_000;
    private static final long PATIENCE = 15_000;
    private static final Skill POOR = new Skill(50, 100_000);

    private static final class Measured {
        private final Durations resumed = new Durations();
        private final Durations seen = new Durations();
        private final Durations told = new Durations();
    }

    @Override
    public int number() {
        return 4;
    }

    @Override
    public String promise() {
        return "a client's network dies (reset; black hole of 3, 10, 25 s)";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        int rounds = scale.of(1, 1, 4);
        var measured = new Measured();
        var contests = new ArrayList<Contest>();
        List<Integer> silences = scale.of(1, 2, 2) == 1 ? List.of(0, 3, 10) : List.of(0, 3, 10, 25);
        for (int round = 0; round < rounds; round++) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var runs = new ArrayList<Future<Contest>>();
                for (int seconds : silences) {
                    int relay = round + seconds;
                    runs.add(threads.submit(() -> one(site, relay, seconds, measured)));
                }
                for (Future<Contest> run : runs) {
                    contests.add(run.get());
                }
            }
        }
        var violations = Verdicts.of(site, contests);
        return List.of(
                Figure.atMostMillis("network back to resumed, slowest", RESUME_WITHIN, measured.resumed.most()),
                Figure.atMostMillis("black hole seen by its client", SEEN_WITHIN, measured.seen.most()),
                Figure.atMostMillis("opponent told", TOLD_WITHIN, measured.told.most()),
                Figure.none("violations in " + contests.size() + " rooms", violations));
    }

    private static Contest one(FaultSite site, int relay, int silentSeconds, Measured measured)
            throws InterruptedException {
        try (FaultProxy line =
                FaultProxy.open(site.relays().get(relay % FaultSite.RELAYS).getPort())) {
            Contest contest = site.contest(POOR, line::url, site.route(relay / 2));
            long _ = contest.awaitBall(0, PATIENCE);
            long from = System.nanoTime();
            if (silentSeconds == 0) {
                line.reset();
                measured.resumed.add(from, contest.awaitWelcome(Contest.LEFT, from, PATIENCE));
            } else {
                blackHole(contest, line, silentSeconds, measured);
            }
            long back = System.nanoTime();
            measured.resumed.add(back, contest.awaitBall(back, PATIENCE) < 0 ? -1 : back);
            // The line ends with the trial, so the player has to be gone before.
            contest.close();
            return contest;
        }
    }

    private static void blackHole(Contest contest, FaultProxy line, int seconds, Measured measured)
            throws InterruptedException {
        long from = System.nanoTime();
        line.blackHole();
        long until = from + seconds * 1_000_000_000L;
        if (seconds * 1_000L > TOLD_WITHIN) {
            measured.told.add(from, contest.history().await(from, seconds * 1_000L, DeadNetwork::saysThatLeftIsAway));
            measured.seen.add(
                    from,
                    contest.history()
                            .await(
                                    from,
                                    Math.max(1, (until - System.nanoTime()) / 1_000_000),
                                    seen -> seen instanceof Observation.Lost(String who, long _, int _)
                                            && who.equals(Contest.LEFT)));
        }
        Thread.sleep(Math.max(0, (until - System.nanoTime()) / 1_000_000));
        long healed = System.nanoTime();
        line.heal();
        measured.resumed.add(
                healed,
                contest.history()
                        .await(
                                healed,
                                PATIENCE,
                                seen -> seen instanceof Observation.Heard heard
                                        && heard.client().equals(Contest.LEFT)));
    }

    private static boolean saysThatLeftIsAway(Observation seen) {
        return seen.client().equals(Contest.RIGHT)
                && seen instanceof Observation.Heard(String _, long _, ServerMessage message)
                && saysThatSeatIsAway(message, 0);
    }

    private static boolean saysThatSeatIsAway(ServerMessage message, int seat) {
        return switch (message) {
            case ServerMessage.Paused paused -> paused.seat() == seat;
            case ServerMessage.SeatChanged(long _, int changed, SeatState state) ->
                changed == seat && state != null && state.presence() == SeatState.Presence.AWAY;
            case ServerMessage.Seldom _, ServerMessage.Frequent _ -> false;
        };
    }
}
