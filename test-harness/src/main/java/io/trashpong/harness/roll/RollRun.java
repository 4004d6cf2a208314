package io.trashpong.harness.roll;

import io.trashpong.harness.faults.history.Ledger;
import io.trashpong.harness.faults.history.Moves;
import io.trashpong.harness.faults.history.Violation;
import io.trashpong.harness.faults.promise.Durations;
import io.trashpong.harness.faults.promise.Figure;
import io.trashpong.harness.stack.Fleet;
import io.trashpong.harness.stack.Progress;
import io.trashpong.harness.stack.Service;
import io.trashpong.harness.stack.ServiceProcess;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Matches are played and requests are made while everything is rolled; then all that was seen is judged. */
final class RollRun implements AutoCloseable {
    private static final long LONGEST_GAP_MILLIS = 1_000;
    private static final long LONGEST_GAP_OF_A_CRASH_MILLIS = 5_000;
    private static final int PAIRS_ASKING = 4;
    private static final long LOOK_MILLIS = 200;
    /** A result is written before it is told; what is told while the database is asked is looked for once more. */
    private static final long SETTLE_MILLIS = 500;

    private static final long CLOSE_SECONDS = 5;

    private final RollPlan plan;
    private final Progress progress;
    private final Cluster cluster;
    private final Vertx vertx = Vertx.vertx();
    private final long begin = System.nanoTime();
    private final AtomicInteger replaced = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private int reloads;

    /** @param folder an own one, for the database and the logs */
    RollRun(RollPlan plan, Path folder, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        cluster = new Cluster(plan, folder, progress);
    }

    List<Figure> run() throws InterruptedException, SQLException {
        cluster.start(Fleet.freePort());
        say("the cluster is up at %s".formatted(cluster.url()));
        try (var matches = Matches.begin(vertx, cluster.url(), plan.courts(), new SplittableRandom(1))) {
            say("%d matches run".formatted(plan.courts()));
            long since = System.nanoTime();
            var asking = Asking.begin(cluster.url(), PAIRS_ASKING);
            try (asking) {
                rollAll(matches);
                long rolled = System.nanoTime() - since;
                awaitMatches(matches);
                say("%d matches played, %d replicas replaced within %d s; judging"
                        .formatted(
                                matches.played(),
                                replaced.get() + killed.get(),
                                TimeUnit.NANOSECONDS.toSeconds(rolled)));
            }
            return judge(matches, asking, since);
        }
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            System.err.println("While stopping the clients: " + e);
        }
        cluster.close();
    }

    private void rollAll(Matches matches) throws InterruptedException {
        if (plan.expanded()) {
            LaterVersion.expand(cluster);
            say("every schema is a version newer than the services know");
        }
        for (int round = 1; round < plan.rounds(); round++) {
            roll(List.of(Service.RELAY), matches);
        }
        switch (plan.way()) {
            case ONE_BY_ONE -> {
                roll(List.of(Service.RELAY), matches);
                roll(List.of(Service.LOBBY), matches);
                roll(List.of(Service.AUTH), matches);
            }
            case AT_ONCE -> roll(List.of(Service.RELAY, Service.LOBBY, Service.AUTH), matches);
        }
    }

    private void roll(List<Service> services, Matches matches) throws InterruptedException {
        try (var operators = plan.way() == RollPlan.Way.AT_ONCE
                ? Executors.newVirtualThreadPerTaskExecutor()
                : Executors.newSingleThreadExecutor()) {
            List<Future<?>> replacements = new ArrayList<>();
            for (Service service : services) {
                for (ServiceProcess old : cluster.replicas(service)) {
                    replacements.add(operators.submit(() -> {
                        replace(service, old, matches);
                        return null;
                    }));
                }
            }
            for (Future<?> replacement : replacements) {
                replacement.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
        reload();
    }

    private void replace(Service service, ServiceProcess old, Matches matches) throws InterruptedException {
        long from = System.nanoTime();
        boolean byItself = cluster.replace(service, old);
        int _ = (byItself ? replaced : killed).incrementAndGet();
        say("%s replaced within %.1f s%s; %d matches played"
                .formatted(old.name(), (System.nanoTime() - from) / 1e9, byItself ? "" : ", killed", matches.played()));
    }

    private void reload() {
        cluster.reloadNginx();
        reloads++;
        say("nginx reloaded");
    }

    private void awaitMatches(Matches matches) throws InterruptedException {
        while (matches.played() < plan.matches()
                && elapsedSeconds() < plan.within().toSeconds()) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private List<Figure> judge(Matches matches, Asking asking, long since) throws InterruptedException, SQLException {
        List<String> lost = new ArrayList<>(matches.stuck());
        lost.addAll(matches.lost());
        List<Moves> moves = matches.moves(since);
        var gaps = new Durations();
        moves.forEach(own -> own.gaps().forEach(gap -> gaps.add(0, gap)));
        List<String> untold =
                moves.stream().flatMap(own -> own.untold().stream()).toList();
        long longestGap = plan.killsEarly() ? LONGEST_GAP_OF_A_CRASH_MILLIS : LONGEST_GAP_MILLIS;
        return List.of(
                Figure.of(
                        "matches played to the end",
                        "at least " + plan.matches(),
                        Integer.toString(matches.played()),
                        matches.played() >= plan.matches()),
                Figure.none("matches lost", lost),
                Figure.none("points lost, gaps, doubles", violations(matches)),
                unlessKilled(Figure.all("rallies served again", 0, matches.servedAgain())),
                unlessKilled(Figure.none("players not told before", untold)),
                Figure.atMostMillis("longest gap of " + gaps.count() + " moves", longestGap, gaps.most()),
                Figure.atMostMillis("gap, p99", longestGap, gaps.millis(99)),
                Figure.none("requests failed, of " + asking.asked(), asking.failed()),
                Figure.of("requests told to come back", "-", Integer.toString(asking.toldToComeBack()), true),
                Figure.of("rooms handed over", "-", Long.toString(matches.handedOver()), true),
                plan.killsEarly()
                        ? Figure.of("replicas killed before their end", "-", Integer.toString(killed.get()), true)
                        : Figure.all("replicas killed before their end", 0, killed.get()),
                Figure.of("replicas replaced, nginx reloaded", "-", replaced.get() + ", " + reloads, true),
                Figure.of("in all", "-", elapsedSeconds() + " s", true));
    }

    /** A crash is not told before, and the rally it hits is served again. */
    private Figure unlessKilled(Figure figure) {
        return plan.killsEarly() ? Figure.of(figure.what(), "-", figure.measured(), true) : figure;
    }

    private List<Violation> violations(Matches matches) throws InterruptedException, SQLException {
        List<Violation> found = matches.violations(Ledger.read(cluster.superuser()));
        if (!found.isEmpty()) {
            Thread.sleep(SETTLE_MILLIS);
            found = matches.violations(Ledger.read(cluster.superuser()));
        }
        return found;
    }

    private long elapsedSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }

    private void say(String what) {
        progress.line("%4d s  %s".formatted(elapsedSeconds(), what));
    }
}
