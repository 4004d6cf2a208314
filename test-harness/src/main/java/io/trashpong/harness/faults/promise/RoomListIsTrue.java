package io.trashpong.harness.faults.promise;

import io.trashpong.harness.bot.Skill;
import io.trashpong.harness.client.User;
import io.trashpong.harness.faults.history.Observation;
import io.trashpong.harness.faults.promise.Relays.Court;
import io.trashpong.harness.faults.site.Contest;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.faults.site.FeedWatch;
import io.trashpong.harness.faults.site.Signal;
import io.trashpong.harness.stack.Progress;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.feed.RoomView;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** After each kind of trouble both lobbies' feeds are held against the database, and against what players see. */
record RoomListIsTrue() implements Trial {
    private static final long TRUE_WITHIN = 1_000;
    private static final long PATIENCE = 15_000;
    private static final Skill POOR = new Skill(70, 100_000);

    @Override
    public int number() {
        return 17;
    }

    @Override
    public String promise() {
        return "the room list does not lie, after any of the above";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        var changed = new Durations();
        var troubled = new Durations();
        var goals = new Durations();
        List<Court> courts = Relays.courts(site, 3, POOR);
        try (var watch = new FeedWatch(site)) {
            for (int round = 0; round < scale.of(1, 3, 10); round++) {
                change(site, watch, changed);
                goal(courts.get(round % courts.size()).contest(), watch, goals);

                int relay = round % FaultSite.RELAYS;
                Signal.KILL.send(site.stack().relays().get(relay).handle());
                CompletableFuture<Void> revived = Relays.revive(site, relay);
                troubled.add(System.nanoTime(), watch.awaitTruth(PATIENCE));
                for (String service : List.of("lobby", "relay", "auth")) {
                    site.backends().terminateAll(service);
                    change(site, watch, troubled);
                }
                revived.join();
                troubled.add(System.nanoTime(), watch.awaitTruth(PATIENCE));
            }
        }
        var violations = Verdicts.of(site, Relays.contests(courts));
        Relays.contests(courts).forEach(Contest::close);
        return List.of(
                Figure.atMostMillis("change to both feeds", TRUE_WITHIN, changed.most()),
                Figure.atMostMillis("goal heard by a player to both feeds", TRUE_WITHIN, goals.most()),
                Figure.atMostMillis(
                        "right after trouble, slowest of " + troubled.count(), TRUE_WITHIN, troubled.most()),
                Figure.none("violations meanwhile", violations));
    }

    /** A room comes and goes; the list is what the database is each time. */
    private static void change(FaultSite site, FeedWatch watch, Durations durations)
            throws InterruptedException, SQLException {
        try (User user = User.guest(site.url(), "Lister")) {
            var room = user.createRoom(null, RoomView.Visibility.PUBLIC)
                    .orThrow()
                    .room()
                    .id();
            durations.add(System.nanoTime(), watch.awaitTruth(PATIENCE));
            Void _ = user.deleteRoom(room).orThrow();
            durations.add(System.nanoTime(), watch.awaitTruth(PATIENCE));
        }
    }

    private static void goal(Contest contest, FeedWatch watch, Durations durations) throws InterruptedException {
        long begin = System.nanoTime();
        long heard = contest.history()
                .await(
                        begin,
                        PATIENCE,
                        seen -> seen.client().equals(Contest.LEFT)
                                && seen instanceof Observation.Heard(String _, long _, ServerMessage.Goal _));
        if (heard < 0) {
            return;
        }
        List<Integer> score = contest.history()
                .heard(Contest.LEFT, ServerMessage.Goal.class, begin)
                .findFirst()
                .orElseThrow()
                .message()
                .score();
        durations.add(
                heard,
                watch.awaitRoom(
                        contest.room(), shown -> shown.score() == null || atLeast(shown.score(), score), PATIENCE));
    }

    private static boolean atLeast(List<Integer> shown, List<Integer> score) {
        return shown.get(0) >= score.get(0) && shown.get(1) >= score.get(1);
    }
}
