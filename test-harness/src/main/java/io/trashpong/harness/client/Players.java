package io.trashpong.harness.client;

import io.trashpong.protocol.feed.PlayerView;
import java.util.List;

/** Who is online, by name. */
public record Players(List<PlayerView> players) {
    public Players {
        players = List.copyOf(players);
    }
}
