package io.trashpong.lobby.feed;

import io.trashpong.bus.Bus;
import io.trashpong.bus.VolatileTopic;
import io.trashpong.lobby.room.Doorbell;
import jakarta.inject.Singleton;

/** Rings on all replicas when rooms changed. The bell says nothing but "look": one that is lost costs a poll's wait. */
@Singleton
class FeedBell implements Doorbell {
    private static final String TOPIC = "lobby-feed";
    /** One key: bells that wait become one. */
    private static final String KEY = "rooms";

    private static final byte[] NOTHING = {};

    private final LobbyFeed feed;
    private final VolatileTopic bell;

    FeedBell(LobbyFeed feed, Bus bus) {
        this.feed = feed;
        this.bell = bus.openVolatile(TOPIC, (from, payload) -> feed.look());
        bus.onListening(feed::look);
    }

    @Override
    public void ring() {
        feed.look();
        bell.broadcast(KEY, NOTHING);
    }
}
