package io.trashpong.harness.faults.promise;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.RelayProbe;
import io.trashpong.harness.line.FaultProxy;
import io.trashpong.harness.stack.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rooms are opened, played in, cut off and left again and again; what the relays hold is looked at between, at rest. */
record ChurnLeavesNothing() implements Trial {
    private static final int ROOMS = 20;
    private static final int SAMPLES = 10;
    /** Samples of the beginning, in which caches and pools fill. */
    private static final int WARM_UP = 3;

    private static final long REST_MILLIS = 1_500;
    private static final long PATIENCE = 15_000;
    private static final double FLAT = 1.1;
    private static final Skill POOR = new Skill(70, 100_000);

    /** Of all relays together, at rest. */
    private record Sample(long heap, long connections, long handles) {}

    @Override
    public int number() {
        return 18;
    }

    @Override
    public String promise() {
        return "an hour of churn";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        var samples = new ArrayList<Sample>();
        long begin = System.nanoTime();
        long slice = scale.churn().toNanos() / SAMPLES;
        int rooms = 0;
        for (int i = 1; i <= SAMPLES; i++) {
            do {
                rooms += churn(site);
            } while (System.nanoTime() - begin < i * slice);
            Thread.sleep(REST_MILLIS);
            Sample sample = sample(site);
            samples.add(sample);
            progress.line(rooms + " rooms; " + sample);
        }
        Sample early = samples.get(WARM_UP - 1);
        Sample late = samples.getLast();
        return List.of(
                flat("heap after GC, KiB", early.heap() >> 10, late.heap() >> 10),
                Figure.all("connections at rest", early.connections(), late.connections()),
                flat("file handles", early.handles(), late.handles()),
                Figure.of("took, for " + rooms + " rooms", "-", scale.churn().toMinutes() + " min, not an hour", true));
    }

    private static Figure flat(String what, long early, long late) {
        double ratio = early == 0 ? 1 : (double) late / early;
        String measured = String.format(Locale.ROOT, "%.2fx (%d → %d)", ratio, early, late);
        return Figure.of(what, "at most 1.1x", measured, ratio <= FLAT);
    }

    private static int churn(FaultSite site) throws InterruptedException {
        var contests = new ArrayList<Contest>();
        var lines = new ArrayList<FaultProxy>();
        for (int i = 0; i < ROOMS; i++) {
            FaultProxy line =
                    FaultProxy.open(site.relays().get(i % FaultSite.RELAYS).getPort());
            lines.add(line);
            contests.add(site.contest(POOR, line::url, site.route(i / 2)));
        }
        for (Contest contest : contests) {
            long _ = contest.awaitBall(0, PATIENCE);
        }
        long cut = System.nanoTime();
        lines.forEach(FaultProxy::reset);
        for (Contest contest : contests) {
            long _ = contest.awaitWelcome(Contest.LEFT, cut, PATIENCE);
        }
        contests.forEach(Contest::close);
        lines.forEach(FaultProxy::close);
        return ROOMS;
    }

    private static Sample sample(FaultSite site) throws IOException, InterruptedException {
        long heap = 0;
        long connections = 0;
        long handles = 0;
        for (var relay : site.stack().relays()) {
            var probe = new RelayProbe(relay);
            heap += probe.liveHeap();
            connections += probe.connections();
            handles += probe.handles();
        }
        return new Sample(heap, connections, handles);
    }
}
