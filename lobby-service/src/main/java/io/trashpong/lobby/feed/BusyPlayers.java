package io.trashpong.lobby.feed;

import io.trashpong.lobby.room.Room;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Who plays, or is about to: sits in a room, private or public, in which both seats are taken or a match runs. */
final class BusyPlayers {
    private final Map<RoomId, List<PlayerId>> playing = new HashMap<>();
    private final Map<PlayerId, Integer> rooms = new HashMap<>();

    void apply(List<Room> changed) {
        for (Room room : changed) {
            var now = isBusy(room)
                    ? Stream.of(room.seat0(), room.seat1())
                            .filter(Objects::nonNull)
                            .map(Player::id)
                            .toList()
                    : List.<PlayerId>of();
            var before = now.isEmpty() ? playing.remove(room.id()) : playing.put(room.id(), now);
            if (before != null) {
                before.forEach(player -> rooms.computeIfPresent(player, (id, n) -> n > 1 ? n - 1 : null));
            }
            now.forEach(player -> rooms.merge(player, 1, Integer::sum));
        }
    }

    Set<PlayerId> list() {
        return Set.copyOf(rooms.keySet());
    }

    private static boolean isBusy(Room room) {
        return !room.gone() && room.status() != Status.WAITING;
    }
}
