package io.trashpong.lobby.presence;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is online at which replica. Players are dealt to a fixed number of pages by their ids, and what a replica tells is always
 * a whole page: the newest is the truth, whatever was lost before it. Not thread-safe: its owner is {@link Presence}.
 */
final class OnlinePlayers {
    static final int PAGES = 32;

    private final Map<ReplicaId, List<Map<PlayerId, Player>>> replicas = new HashMap<>();

    static int pageOf(PlayerId player) {
        return Math.floorMod(player.value().hashCode(), PAGES);
    }

    void add(ReplicaId replica, Player player) {
        pages(replica).get(pageOf(player.id())).put(player.id(), player);
    }

    void remove(ReplicaId replica, PlayerId player) {
        pages(replica).get(pageOf(player)).remove(player);
    }

    void replace(ReplicaId replica, int page, List<Player> players) {
        var known = pages(replica).get(page);
        known.clear();
        players.forEach(player -> known.put(player.id(), player));
    }

    /** The players of a page at a replica. */
    List<Player> list(ReplicaId replica, int page) {
        return List.copyOf(pages(replica).get(page).values());
    }

    void drop(ReplicaId replica) {
        replicas.remove(replica);
    }

    Set<ReplicaId> listReplicas() {
        return Set.copyOf(replicas.keySet());
    }

    /** Everybody, once, wherever he is. */
    Map<PlayerId, Player> all() {
        var all = new HashMap<PlayerId, Player>();
        replicas.values().forEach(pages -> pages.forEach(all::putAll));
        return Collections.unmodifiableMap(all);
    }

    private List<Map<PlayerId, Player>> pages(ReplicaId replica) {
        return replicas.computeIfAbsent(replica, unknown -> {
            var pages = new ArrayList<Map<PlayerId, Player>>(PAGES);
            for (int i = 0; i < PAGES; i++) {
                pages.add(new HashMap<>());
            }
            return pages;
        });
    }
}
