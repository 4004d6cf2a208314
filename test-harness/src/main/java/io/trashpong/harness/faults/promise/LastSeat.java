package io.trashpong.harness.faults.promise;

import io.trashpong.harness.client.Answer;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.harness.faults.site.Asker;
import io.trashpong.harness.faults.site.FaultSite;
import io.trashpong.harness.stack.Progress;
import io.trashpong.protocol.feed.RoomView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A hundred ask for the last seat of a room at the same moment, at both lobbies. */
record LastSeat() implements Trial {
    private static final int ASKING = 100;
    private static final int FULL = 409;
    private static final int TRY_LATER = 503;

    @Override
    public int number() {
        return 12;
    }

    @Override
    public String promise() {
        return "100 parallel joins for the last seat";
    }

    @Override
    public List<Figure> run(FaultSite site, Scale scale, Progress progress) throws Exception {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < ASKING; i++) {
            try (User user = User.guest(site.url(), "Late")) {
                tokens.add(user.token());
            }
        }
        int rounds = scale.of(1, 3, 10);
        int winners = 0;
        var others = new ArrayList<Asker.Outcome>();
        for (int round = 0; round < rounds; round++) {
            try (User owner = User.guest(site.url(), "Host")) {
                Answer<SeatGrant> made = owner.createRoom(null, RoomView.Visibility.PUBLIC);
                var room = made.orThrow().room().id();
                for (Asker.Outcome outcome : join(site, "/api/rooms/" + room + "/seats", tokens)) {
                    winners += outcome.isGranted() ? 1 : 0;
                    if (!outcome.isGranted() && outcome.status() != FULL && outcome.status() != TRY_LATER) {
                        others.add(outcome);
                    }
                }
                Void _ = owner.deleteRoom(room).orThrow();
            }
        }
        return List.of(
                Figure.all("seats given in " + rounds + " rooms", rounds, winners),
                Figure.none("other answers than 409 or 503 to the rest", others));
    }

    private static List<Asker.Outcome> join(FaultSite site, String path, List<String> tokens) throws Exception {
        var lobbies = site.stack().lobbies();
        var outcomes = new ArrayList<Asker.Outcome>();
        try (Asker one = new Asker(lobbies.getFirst().address());
                Asker other = new Asker(lobbies.getLast().address());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new CountDownLatch(1);
            var running = new ArrayList<Future<Asker.Outcome>>();
            for (int i = 0; i < tokens.size(); i++) {
                Asker asker = i % 2 == 0 ? one : other;
                String token = tokens.get(i);
                Callable<Asker.Outcome> joining = () -> {
                    all.await();
                    return asker.ask("POST", path, token, "{}");
                };
                running.add(threads.submit(joining));
            }
            all.countDown();
            for (Future<Asker.Outcome> outcome : running) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }
}
