package io.trashpong.harness.faults.promise;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.stack.Progress;
import java.util.ArrayList;
import java.util.List;

/** The connection is cut between the COMMIT of a result and its answer. */
record CommitWithoutAnswer() implements Trial {
    private static final long PATIENCE = 15_000;
    private static final String RESULT = "match-finished";
    private static final Skill POOR = new Skill(50, 100_000);

    @Override
    public int number() {
        return 6;
    }

    @Override
    public String promise() {
        return "connection cut between COMMIT and its answer: each result exactly once";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        int wanted = scale.of(4, 20, 200);
        int batch = scale.of(4, 20, 25);
        var all = new ArrayList<Contest>();
        int untold = 0;
        int before = site.commits().cuts();
        while (all.size() < wanted) {
            var contests = new ArrayList<Contest>();
            for (int i = 0; i < batch; i++) {
                contests.add(site.contest(POOR, site.route(i), site.route(i / 2)));
            }
            for (Contest contest : contests) {
                long _ = contest.awaitBall(0, PATIENCE);
            }
            site.commits().arm(RESULT);
            long since = System.nanoTime();
            contests.forEach(Contest::rightLeaves);
            for (Contest contest : contests) {
                untold += contest.awaitResult(since, PATIENCE) < 0 ? 1 : 0;
            }
            site.commits().disarm();
            contests.forEach(Contest::close);
            all.addAll(contests);
            progress.line(site.commits().cuts() - before + " of " + wanted + " cuts");
        }
        int cuts = site.commits().cuts() - before;
        return List.of(
                Figure.of("cuts", "at least " + wanted, Integer.toString(cuts), cuts >= wanted),
                Figure.none("results lost or doubled", Verdicts.of(site, all)),
                Books.balance(site, PATIENCE),
                Figure.all("results not told", 0, untold));
    }
}
