package io.trashpong.lobby.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OnlinePlayersTest {
    private static final ReplicaId HERE = new ReplicaId("lobby.here");
    private static final ReplicaId THERE = new ReplicaId("lobby.there");

    private final Player ana = new Player(PlayerId.random(), "Ana");
    private final int page = OnlinePlayers.pageOf(ana.id());
    private final OnlinePlayers players = new OnlinePlayers();

    @Test
    void who_is_online_at_two_replicas_is_there_once_and_stays_when_one_of_them_dies() {
        players.add(HERE, ana);
        players.replace(THERE, page, List.of(ana));
        assertEquals(Map.of(ana.id(), ana), players.all());
        players.drop(THERE);
        assertEquals(Map.of(ana.id(), ana), players.all());
        assertEquals(Set.of(HERE), players.listReplicas());
        players.remove(HERE, ana.id());
        assertEquals(Map.of(), players.all());
    }

    @Test
    void a_page_replaces_what_was_known_of_it_and_nothing_else() {
        var other = anybodyOfAnotherPage();
        players.replace(THERE, page, List.of(ana));
        players.replace(THERE, OnlinePlayers.pageOf(other.id()), List.of(other));
        players.replace(THERE, page, List.of());
        assertEquals(Map.of(other.id(), other), players.all());
        assertEquals(List.of(), players.list(THERE, page));
    }

    private Player anybodyOfAnotherPage() {
        var id = PlayerId.random();
        while (OnlinePlayers.pageOf(id) == page) {
            id = PlayerId.random();
        }
        return new Player(id, "Ben");
    }
}
