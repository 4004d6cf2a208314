package io.trashpong.lobby.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.FeedMessage;
import io.trashpong.protocol.feed.RoomView.Status;
import io.trashpong.protocol.feed.RoomView.Visibility;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicRoomsTest {
    private static final RoomId ID = RoomId.random();
    private static final Player OWNER = new Player(PlayerId.random(), "Ana");

    private final PublicRooms rooms = new PublicRooms();

    @Test
    void a_private_room_is_never_told_of_and_yet_moves_the_version() {
        assertEquals(List.of(), rooms.apply(List.of(room(5, Visibility.PRIVATE, false))));
        assertEquals(5, rooms.version());
        assertEquals(List.of(), rooms.snapshot().rooms());
    }

    @Test
    void what_is_not_newer_is_passed_over() {
        assertEquals(1, rooms.apply(List.of(room(5, Visibility.PUBLIC, false))).size());
        assertEquals(
                List.of(), rooms.apply(List.of(room(5, Visibility.PUBLIC, false), room(4, Visibility.PUBLIC, true))));
        assertEquals(1, rooms.snapshot().rooms().size());
    }

    @Test
    void a_room_that_is_gone_or_private_is_told_gone_once() {
        assertEquals(1, rooms.apply(List.of(room(1, Visibility.PUBLIC, false))).size());
        assertEquals(
                List.of(new FeedMessage.RoomGone(2, ID)),
                rooms.apply(List.of(room(2, Visibility.PRIVATE, false), room(3, Visibility.PRIVATE, true))));
        assertEquals(3, rooms.version());
    }

    private static Room room(long version, Visibility visibility, boolean gone) {
        return new Room(
                ID,
                1,
                GameKind.PONG,
                "Ana",
                visibility,
                new RoomCode("0123456789abcdef"),
                OWNER,
                OWNER,
                null,
                Status.WAITING,
                null,
                0,
                false,
                gone,
                Instant.EPOCH,
                version);
    }
}
