package io.trashpong.relay.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.bus.ReplicaId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PlacementTest {
    private static final ReplicaId HERE = new ReplicaId("relay.here");
    private static final ReplicaId IDLE = new ReplicaId("relay.idle");
    private static final ReplicaId BUSY = new ReplicaId("relay.busy");

    private int rooms;
    private final Placement placement = new Placement(HERE, () -> rooms);

    @Test
    void a_room_stays_where_its_first_player_is_while_the_difference_is_small() {
        assertEquals(HERE, placement.ownerOfNewRoom(), "alone");
        rooms = Placement.MARGIN;
        placement.heard(List.of(new Peer(IDLE, 0, false)));
        assertEquals(HERE, placement.ownerOfNewRoom());
    }

    @Test
    void a_busy_replica_gives_new_rooms_to_the_least_loaded_until_that_one_is_busy_too() {
        rooms = 100;
        placement.heard(List.of(new Peer(BUSY, 90, false), new Peer(IDLE, 10, false)));
        for (int i = 10; 100 > Placement.MARGIN + i + i / 2; i++) {
            assertEquals(IDLE, placement.ownerOfNewRoom());
        }
        assertEquals(HERE, placement.ownerOfNewRoom(), "what was given away since the beat counts");
    }

    @Test
    void who_drains_gets_nothing() {
        rooms = 1_000;
        placement.heard(List.of(new Peer(IDLE, 0, true)));
        assertEquals(HERE, placement.ownerOfNewRoom());
        assertEquals(Optional.empty(), placement.heir());
    }

    @Test
    void a_leaving_replica_spreads_its_rooms() {
        placement.heard(List.of(new Peer(BUSY, 60, false), new Peer(IDLE, 0, false)));
        var given = new TreeMap<String, Integer>();
        for (int i = 0; i < 100; i++) {
            int _ = given.merge(placement.heir().orElseThrow().value(), 1, Integer::sum);
        }
        assertEquals(Map.of(BUSY.value(), 20, IDLE.value(), 80), given);
    }
}
