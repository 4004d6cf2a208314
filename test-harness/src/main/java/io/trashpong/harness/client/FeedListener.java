package io.trashpong.harness.client;

import io.trashpong.protocol.feed.FeedMessage;

/** Hears the lobby's feed. Called on the connection's event loop, one call at a time. */
public interface FeedListener {
    void received(FeedMessage message);

    /** The connection is lost, or there was none; the feed tries again by itself until it is closed. */
    default void lost() {}

    /** The lobby no longer takes this user; the feed does not come back. */
    default void ended() {}
}
