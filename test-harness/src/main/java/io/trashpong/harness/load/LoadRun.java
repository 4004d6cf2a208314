package io.trashpong.harness.load;

import io.trashpong.harness.stack.Progress;
import io.trashpong.harness.stack.Stack;
import io.trashpong.harness.stack.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** One measurement on a running stack, from the first login to the last frame. */
final class LoadRun {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration START = Duration.ofSeconds(60);
    /** What is under way when the last aim is sent has so long to arrive. */
    private static final Duration DRAIN = Duration.ofSeconds(3);

    /** In the first half of the warm-up a player sends so many times less. */
    private static final int GENTLE = 3;

    private static final Duration SETTLE = Duration.ofSeconds(2);

    private final LoadPlan plan;
    private final Stack stack;
    private final Crowd crowd;
    private final Timeline timeline;
    private final Progress progress;

    LoadRun(LoadPlan plan, Stack stack, Crowd crowd, Timeline timeline, Progress progress) {
        this.plan = plan;
        this.stack = stack;
        this.crowd = crowd;
        this.timeline = timeline;
        this.progress = progress;
    }

    LoadReport measure() throws InterruptedException {
        timeline.enter("idle");
        Memory before = Memory.of(stack);
        List<LoadPlayer> quiet = crowd.seat(plan.idle() / 2, plan.cross(), plan.game());
        List<LoadPlayer> players = crowd.seat(plan.rooms(), plan.cross(), plan.game());
        int connections = quiet.size() + players.size();
        timeline.enter("logged in");
        Memory with = connections == 0 ? null : withPlayers(connections);
        play(players);
        timeline.enter("in a match");
        Thread.sleep(Duration.ofSeconds(plan.warmUp()));
        Mark begin = mark(players, LoadPlayer::measure);
        watch(players, begin);
        Mark end = mark(players, LoadPlayer::measureNoMore);
        boolean _ = await(DRAIN, () -> crowd.ask(() -> delivered(players) >= sent(players)));
        return crowd.ask(() -> LoadReport.of(plan, begin, end, players, crowd.tally(), connections, before, with));
    }

    private Memory withPlayers(int connections) throws InterruptedException {
        progress.line(connections + " players are connected");
        Thread.sleep(SETTLE);
        return Memory.of(stack);
    }

    private void play(List<LoadPlayer> players) throws InterruptedException {
        if (players.isEmpty()) {
            return;
        }
        crowd.inTurn(players, LoadPlayer::ready);
        if (!await(START, () -> crowd.ask(() -> players.stream().allMatch(LoadPlayer::isPlaying)))) {
            throw new StackFailure("Not every match has begun within " + START.toSeconds() + " s.");
        }
        progress.line(players.size() / 2 + " matches are in play; warming up for " + plan.warmUp() + " s");
        if (plan.game() != Game.PONG) {
            pace(players);
        }
    }

    /** Gently first: relays that still compile would only gather a backlog. */
    private void pace(List<LoadPlayer> players) {
        long now = System.nanoTime();
        int gentle = plan.warmUp() / 2;
        int gentleRate = Math.ceilDiv(plan.rate(), GENTLE);
        crowd.pace(new Pacer(now, gentleRate, players.size(), gentleRate * gentle), players);
        long full = now + Duration.ofSeconds(gentle).toNanos();
        int seconds = plan.warmUp() - gentle + plan.seconds() + 2;
        crowd.pace(new Pacer(full, plan.rate(), players.size(), plan.rate() * seconds), players);
    }

    /** Says every five seconds how it goes. */
    private void watch(List<LoadPlayer> players, Mark begin) throws InterruptedException {
        for (int second = 1; second <= plan.seconds(); second++) {
            long until = begin.nanos() + Duration.ofSeconds(second).toNanos();
            Thread.sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
            if (second % 5 == 0 && !players.isEmpty()) {
                progress.line(crowd.ask(() -> "%d s: %,d sent, %,d delivered, p99 %.1f ms"
                        .formatted(
                                (System.nanoTime() - begin.nanos()) / 1_000_000_000,
                                sent(players),
                                delivered(players),
                                crowd.tally().latency.getValueAtPercentile(99) / 1e3)));
            }
        }
    }

    private Mark mark(List<LoadPlayer> players, java.util.function.Consumer<LoadPlayer> action)
            throws InterruptedException {
        return crowd.ask(() -> {
            players.forEach(action);
            crowd.tally().measure();
            return Mark.withCommits(stack, crowd.tally().bytes());
        });
    }

    static long sent(List<LoadPlayer> players) {
        return players.stream().mapToLong(LoadPlayer::sent).sum();
    }

    static long delivered(List<LoadPlayer> players) {
        return players.stream().mapToLong(LoadPlayer::delivered).sum();
    }

    /** @return whether it came true in time */
    private static boolean await(Duration within, Callable<Boolean> condition) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(LOOK);
            }
            return true;
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
