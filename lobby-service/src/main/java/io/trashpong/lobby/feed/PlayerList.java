package io.trashpong.lobby.feed;

import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.PlayerView;
import io.trashpong.protocol.feed.PlayerView.Availability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The list of players as the readers were told it. Read from any thread, changed by {@link LobbyFeed} only. */
final class PlayerList {
    private volatile Map<PlayerId, PlayerView> shown = Map.of();

    Collection<PlayerView> players() {
        return shown.values();
    }

    FeedMessage.Players snapshot() {
        return new FeedMessage.Players(List.copyOf(shown.values()));
    }

    /** What the readers have to be told now. */
    Optional<FeedMessage> update(Map<PlayerId, Player> online, Set<PlayerId> busy) {
        var now = new HashMap<PlayerId, PlayerView>();
        var changed = new ArrayList<PlayerView>();
        online.forEach((id, player) -> {
            var view = new PlayerView(id, player.name(), busy.contains(id) ? Availability.BUSY : Availability.FREE);
            now.put(id, view);
            if (!view.equals(shown.get(id))) {
                changed.add(view);
            }
        });
        var gone = shown.keySet().stream().filter(id -> !now.containsKey(id)).toList();
        shown = Map.copyOf(now);
        return changed.isEmpty() && gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedMessage.PlayersChanged(changed, gone));
    }
}
