package io.trashpong.lobby.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.FeedMessage.Players;
import io.trashpong.protocol.feed.FeedMessage.PlayersChanged;
import io.trashpong.protocol.feed.PlayerView;
import io.trashpong.protocol.feed.PlayerView.Availability;
import io.trashpong.protocol.feed.RoomView.Status;
import io.trashpong.protocol.feed.RoomView.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlayerListTest {
    private static final Player ANA = new Player(PlayerId.random(), "Ana");
    private static final Player BEN = new Player(PlayerId.random(), "Ben");

    private final BusyPlayers busy = new BusyPlayers();
    private final PlayerList list = new PlayerList();

    @Test
    void only_what_changed_is_told() {
        assertEquals(Optional.of(new PlayersChanged(List.of(free(ANA)), List.of())), update(ANA));
        assertEquals(Optional.empty(), update(ANA));
        assertEquals(Optional.of(new PlayersChanged(List.of(), List.of(ANA.id()))), update());
        assertEquals(new Players(List.of()), list.snapshot());
    }

    @Test
    void who_sits_with_another_is_busy_until_the_last_such_room_is_over() {
        var one = RoomId.random();
        var two = RoomId.random();
        busy.apply(List.of(room(one, BEN, false), room(two, null, false)));
        assertEquals(Set.of(ANA.id(), BEN.id()), busy.list());
        busy.apply(List.of(room(two, BEN, false)));
        busy.apply(List.of(room(one, BEN, true)));
        assertEquals(
                Optional.of(new PlayersChanged(
                        List.of(new PlayerView(ANA.id(), ANA.name(), Availability.BUSY)), List.of())),
                update(ANA));
        busy.apply(List.of(room(two, null, false)));
        assertEquals(Set.of(), busy.list());
        assertEquals(Optional.of(new PlayersChanged(List.of(free(ANA)), List.of())), update(ANA));
    }

    private Optional<?> update(Player... online) {
        return list.update(
                List.of(online).stream().collect(Collectors.toMap(Player::id, player -> player)), busy.list());
    }

    private static PlayerView free(Player player) {
        return new PlayerView(player.id(), player.name(), Availability.FREE);
    }

    private static Room room(RoomId id, @Nullable Player guest, boolean gone) {
        return new Room(
                id,
                1,
                GameKind.PONG,
                "Ana",
                Visibility.PRIVATE,
                new RoomCode("0123456789abcdef"),
                ANA,
                ANA,
                guest,
                guest == null ? Status.WAITING : Status.FULL,
                null,
                0,
                false,
                gone,
                Instant.EPOCH,
                1);
    }
}
