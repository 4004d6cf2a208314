package io.trashpong.harness.faults.promise;

import io.trashpong.harness.client.User;
import io.trashpong.harness.faults.site.Asker;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.Signal;
import io.trashpong.harness.stack.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All of Postgres stands still for 5 s (SIGSTOP), while every kind of request comes in. */
record AnswersWhilePostgresIsFrozen() implements Trial {
    private static final long FROZEN_MILLIS = 5_000;
    private static final long ANSWERED_WITHIN = 3_000;
    private static final long HEALTHY_AFTER_MILLIS = 2_000;
    private static final long LOOK_MILLIS = 1_000;
    private static final long EVERY_MILLIS = 250;
    private static final int UNAVAILABLE = 503;

    /** A kind of request; each is asked four times a second. */
    private record Kind(String method, String path, boolean asUser, String body) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("POST", "/api/auth/guests", false, "{\"name\":\"Frost\"}"),
            new Kind("GET", "/api/auth/me", true, ""),
            new Kind("GET", "/api/rooms?game=pong", true, ""),
            new Kind("POST", "/api/rooms/quick", true, "{\"game\":\"pong\"}"),
            new Kind("GET", "/api/leaderboard?game=pong&limit=10", true, ""));

    @Override
    public int number() {
        return 8;
    }

    @Override
    public String promise() {
        return "Postgres frozen 5 s: every REST request is answered";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        var answers = new Durations();
        int asked = 0;
        var noAnswer = new ArrayList<Asker.Outcome>();
        var withoutRetryAfter = new ArrayList<Asker.Outcome>();
        var stillIll = new ArrayList<Asker.Outcome>();
        for (int round = 0; round < scale.of(1, 1, 5); round++) {
            try (User user = User.guest(site.url(), "Frost");
                    Asker asker = new Asker(site.url())) {
                var processes = site.stack().postgres().processes();
                Signal.STOP.send(processes);
                List<Asker.Outcome> frozen;
                try {
                    frozen = askFor(FROZEN_MILLIS, asker, user.token());
                } finally {
                    Signal.CONT.send(processes);
                }
                Thread.sleep(HEALTHY_AFTER_MILLIS);
                for (Asker.Outcome outcome : frozen) {
                    answers.addMicros(outcome.micros());
                    if (outcome.status() == 0) {
                        noAnswer.add(outcome);
                    } else if (!outcome.isGranted() && !(outcome.status() == UNAVAILABLE && outcome.retryAfter())) {
                        withoutRetryAfter.add(outcome);
                    }
                }
                asked += frozen.size();
                askFor(LOOK_MILLIS, asker, user.token()).stream()
                        .filter(outcome -> !outcome.isGranted())
                        .forEach(stillIll::add);
            }
        }
        return List.of(
                Figure.atMostMillis("answered, slowest of " + asked + " while frozen", ANSWERED_WITHIN, answers.most()),
                Figure.none("not answered", noAnswer),
                Figure.none("neither granted nor 503 with Retry-After", withoutRetryAfter),
                Figure.none("not granted from 2 s after on", stillIll));
    }

    /** Asks without waiting for answers, then waits for all of them. */
    private static List<Asker.Outcome> askFor(long millis, Asker asker, String token) throws Exception {
        var running = new ArrayList<Future<Asker.Outcome>>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long until = System.nanoTime() + millis * 1_000_000;
            while (System.nanoTime() < until) {
                for (Kind kind : KINDS) {
                    running.add(threads.submit(
                            () -> asker.ask(kind.method(), kind.path(), kind.asUser() ? token : "", kind.body())));
                }
                Thread.sleep(EVERY_MILLIS);
            }
            var outcomes = new ArrayList<Asker.Outcome>();
            for (Future<Asker.Outcome> outcome : running) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }
}
