package io.trashpong.lobby.feed;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.CloseCode;

/** The way to one client of the feed. */
interface FeedLine {
    String id();

    /** Completes once the text is on its way; fails when the client is gone. */
    Uni<Void> send(String text);

    /** Completes once the client was told. */
    Uni<Void> close(CloseCode code);
}
