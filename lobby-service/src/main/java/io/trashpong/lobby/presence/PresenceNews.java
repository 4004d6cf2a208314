package io.trashpong.lobby.presence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.trashpong.protocol.Player;
import java.util.List;

/** What lobby replicas tell each other of who is online. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PresenceNews.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = PresenceNews.Page.class, name = "page"),
})
sealed interface PresenceNews {
    /** Somebody who knows nothing yet: tell him all. */
    record Hello() implements PresenceNews {}

    /** All who are online at the sender and belong to this page; replaces what was known of it. */
    record Page(int page, List<Player> players) implements PresenceNews {
        /** A page of so many fits a payload of the bus, names of the longest kind included. */
        static final int MAX_PLAYERS = 250;

        public Page {
            if (page < 0 || page >= OnlinePlayers.PAGES) {
                throw new IllegalArgumentException("no such page: " + page);
            }
            players = List.copyOf(players);
        }
    }
}
