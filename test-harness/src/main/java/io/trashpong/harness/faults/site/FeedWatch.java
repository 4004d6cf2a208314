package io.trashpong.harness.faults.site;

import io.trashpong.harness.client.LobbyFeed;
import io.trashpong.harness.client.User;
import io.trashpong.harness.faults.site.LobbyBooks.Shown;
import io.trashpong.harness.stack.ServiceProcess;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One feed of each lobby, held against what is in the database. A feed that was closed is opened again, as a page does. */
public final class FeedWatch implements AutoCloseable {
    private static final long LOOK_MILLIS = 10;
    private static final long OPEN_SECONDS = 5;

    private final FaultSite site;
    private final List<LobbyFeed> feeds = new ArrayList<>();

    public FeedWatch(FaultSite site) throws InterruptedException {
        this.site = site;
        for (ServiceProcess lobby : site.stack().lobbies()) {
            feeds.add(open(lobby.address()));
        }
    }

    /** Waits until every feed shows what is in the database. @return when, or -1 */
    public long awaitTruth(long patienceMillis) throws InterruptedException, SQLException {
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        while (System.nanoTime() < deadline) {
            Map<RoomId, Shown> truth = site.books().rooms();
            if (everywhere(rooms -> rooms.equals(truth))) {
                return System.nanoTime();
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return -1;
    }

    /** Waits until every feed shows that room so. @return when, or -1 */
    public long awaitRoom(RoomId room, Predicate<Shown> wanted, long patienceMillis) throws InterruptedException {
        return await(rooms -> rooms.containsKey(room) && wanted.test(rooms.get(room)), patienceMillis);
    }

    /** Waits until no feed shows that room. @return when, or -1 */
    public long awaitGone(RoomId room, long patienceMillis) throws InterruptedException {
        return await(rooms -> !rooms.containsKey(room), patienceMillis);
    }

    @Override
    public void close() {
        feeds.forEach(LobbyFeed::close);
    }

    private long await(Predicate<Map<RoomId, Shown>> wanted, long patienceMillis) throws InterruptedException {
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        while (System.nanoTime() < deadline) {
            if (everywhere(wanted)) {
                return System.nanoTime();
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return -1;
    }

    private boolean everywhere(Predicate<Map<RoomId, Shown>> wanted) throws InterruptedException {
        boolean all = true;
        for (int i = 0; i < feeds.size(); i++) {
            if (!feeds.get(i).isOpen()) {
                feeds.set(i, open(site.stack().lobbies().get(i).address()));
            }
            all &= wanted.test(feeds.get(i).rooms().stream().collect(Collectors.toMap(RoomView::id, Shown::of)));
        }
        return all;
    }

    private LobbyFeed open(URI lobby) throws InterruptedException {
        try (User user = User.guest(site.url(), "Looker")) {
            return LobbyFeed.open(site.vertx(), lobby, user)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(OPEN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no feed of " + lobby, e);
        }
    }
}
