package io.trashpong.lobby.feed;

import io.trashpong.lobby.config.LobbyConfig;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Begins and ends the feed. */
@Singleton
public class FeedLifecycle {
    private static final int FIRST_READ_SECONDS = 10;
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(1);

    private final LobbyFeed feed;
    private final Vertx vertx;
    private final long pollMillis;
    private long poll;

    FeedLifecycle(LobbyFeed feed, Vertx vertx, LobbyConfig config) {
        this.feed = feed;
        this.vertx = vertx;
        this.pollMillis = config.lobby().feedPoll().toMillis();
    }

    /** Blocks until the list is known, so that nobody is shown an empty one for lack of reading. */
    public void start() {
        poll = vertx.setPeriodic(pollMillis, timer -> feed.look());
        feed.look();
        feed.firstRead().orTimeout(FIRST_READ_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Tells the readers to come back elsewhere, and blocks until they were told. May be called again. */
    public void stop() {
        vertx.cancelTimer(poll);
        feed.end()
                .ifNoItem()
                .after(TOLD_WITHIN)
                .fail()
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }
}
