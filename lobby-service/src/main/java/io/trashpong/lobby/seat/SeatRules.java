package io.trashpong.lobby.seat;

import io.trashpong.lobby.room.Outcome;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomAccess;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.feed.RoomView.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a seat can't be taken or given up; the same words as in the statements' WHERE. */
final class SeatRules {
    private SeatRules() {}

    /** Done when {@code player} may take the free seat, or has one. */
    static Outcome<Room> take(Optional<Room> found, PlayerId player, @Nullable String code) {
        return switch (RoomAccess.enter(found, player, code)) {
            case Outcome.Refused<Room> refused -> refused;
            case Outcome.Done<Room>(Room room) -> take(room, player);
        };
    }

    private static Outcome<Room> take(Room room, PlayerId player) {
        if (room.seatOf(player).isPresent()) {
            return Outcome.done(room);
        }
        if (!room.hasFreeSeat()) {
            return Outcome.refused(ErrorCode.ROOM_FULL);
        }
        // The one who left is still playing, as far as the relay has told: it ends the match first.
        return room.status() == Status.PLAYING ? Outcome.refused(ErrorCode.ROOM_BUSY) : Outcome.done(room);
    }

    /** Done when {@code player} has a seat to give up. */
    static Outcome<Room> giveUp(Optional<Room> found, PlayerId player) {
        if (found.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND);
        }
        var room = found.get();
        if (room.seatOf(player).isEmpty()) {
            return Outcome.refused(room.isPublic() ? ErrorCode.NOT_SEATED : ErrorCode.NOT_FOUND);
        }
        return room.gone() ? Outcome.refused(ErrorCode.ROOM_GONE) : Outcome.done(room);
    }

    /** Whether the room is over when {@code player} leaves it now. */
    static boolean endsWithout(Room room, PlayerId player) {
        return room.isOwner(player) && room.status() != Status.PLAYING;
    }
}
