package io.trashpong.harness.faults.promise;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.client.User;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.FeedWatch;
import io.trashpong.harness.stack.Progress;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The connections that replicas listen on are ended again and again, while rooms come and go and a match runs across relays. */
record KilledListeners() implements Trial {
    private static final long STALE_AT_MOST = 1_000;
    private static final long PATIENCE = 10_000;
    private static final Skill POOR = new Skill(50, 100_000);

    @Override
    public int number() {
        return 7;
    }

    @Override
    public String promise() {
        return "listener connections killed while things change";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        int kills = scale.of(8, 30, 100);
        var staleness = new Durations();
        var missed = new ArrayList<String>();
        SplittableRandom dice = site.dice();
        Contest contest = site.contest(POOR, site.route(0), site.route(1));
        long _ = contest.awaitBall(0, PATIENCE);
        int killed = 0;
        try (var watch = new FeedWatch(site)) {
            for (int i = 0; i < kills; i++) {
                List<Integer> listeners = site.backends().listeners(i % 4 == 3 ? "relay" : "lobby");
                if (!listeners.isEmpty()) {
                    site.backends().terminate(listeners.get(dice.nextInt(listeners.size())));
                    killed++;
                }
                change(site, watch, staleness, missed);
                if ((i + 1) % 25 == 0) {
                    progress.line(i + 1 + " of " + kills + " kills");
                }
            }
            long settled = watch.awaitTruth(PATIENCE);
            if (settled < 0) {
                missed.add("the feeds are not what the database is");
            }
        }
        long since = System.nanoTime();
        boolean playsOn = contest.awaitBall(since, PATIENCE) >= 0;
        var violations = Verdicts.of(site, List.of(contest));
        contest.close();
        return List.of(
                Figure.of("kills", "at least " + kills * 9 / 10, Integer.toString(killed), killed >= kills * 9 / 10),
                Figure.none("changes missed", missed),
                Figure.atMostMillis("change to both lobbies' feeds, slowest", STALE_AT_MOST, staleness.most()),
                Figure.none("violations in a match across relays", violations),
                Figure.of("it plays on", "yes", playsOn ? "yes" : "no", playsOn));
    }

    /** A room comes and goes. */
    private static void change(FaultSite site, FeedWatch watch, Durations staleness, List<String> missed)
            throws InterruptedException {
        try (User user = User.guest(site.url(), "Changer")) {
            RoomId room = user.createRoom(null, RoomView.Visibility.PUBLIC)
                    .orThrow()
                    .room()
                    .id();
            long made = System.nanoTime();
            long seen = watch.awaitRoom(room, _ -> true, PATIENCE);
            staleness.add(made, seen);
            Void _ = user.deleteRoom(room).orThrow();
            long deleted = System.nanoTime();
            long gone = watch.awaitGone(room, PATIENCE);
            staleness.add(deleted, gone);
            if (seen < 0 || gone < 0) {
                missed.add(room + (seen < 0 ? " never came" : " never went"));
            }
        }
    }
}
