package io.trashpong.harness.load;

import io.trashpong.harness.client.Answer;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.harness.stack.StackFailure;
import io.trashpong.protocol.feed.RoomView;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Logs in and takes both seats of each room, by the same requests as a browser. A pair of guests sits in fewer rooms than the lobby
 * lets one player have: a request that failed may have made one.
 */
final class Seating {
    private static final int ROOMS_OF_A_PAIR = 3;
    private static final int SIDE_BY_SIDE = 4;
    private static final int MOST_TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Seating() {}

    /**
     * Returns when all are seated.
     *
     * @param seated gets each room's index and both tickets at once, for they are good for a minute; called from any thread
     */
    static void take(URI gateway, int rooms, BiConsumer<Integer, List<SeatGrant>> seated) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<?>> shares = new ArrayList<>();
            for (int first = 0; first < rooms; first += ROOMS_OF_A_PAIR) {
                int from = first;
                int to = Math.min(rooms, from + ROOMS_OF_A_PAIR);
                shares.add(threads.submit(() -> share(gateway, from, to, seated)));
            }
            for (Future<?> share : shares) {
                share.get();
            }
        } catch (ExecutionException e) {
            throw new StackFailure("The rooms can't be opened: " + e.getCause(), e.getCause());
        }
    }

    private static void share(URI gateway, int from, int to, BiConsumer<Integer, List<SeatGrant>> seated) {
        try (User left = User.guest(gateway, "Left");
                User right = User.guest(gateway, "Right")) {
            for (int room = from; room < to; room++) {
                SeatGrant one = patiently(() -> left.createRoom(null, RoomView.Visibility.PRIVATE));
                SeatGrant two = patiently(
                        () -> right.takeSeat(one.room().id(), one.room().code()));
                seated.accept(room, List.of(one, two));
            }
        }
    }

    /** What a server can't do for the moment it is asked for again. */
    private static SeatGrant patiently(Supplier<Answer<SeatGrant>> question) {
        for (int tries = 1; ; tries++) {
            Answer<SeatGrant> answer = question.get();
            boolean busy = answer instanceof Answer.Refused<SeatGrant> refused && refused.status() >= 500;
            if (!busy || tries == MOST_TRIES) {
                return answer.orThrow();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
