package io.trashpong.lobby.room;

import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.PlayerId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may do what with a room; what may not be known to exist is not found. */
public final class RoomAccess {
    private RoomAccess() {}

    /** A private room is seen by its members and by who knows its code. */
    public static Outcome<Room> see(Optional<Room> found, PlayerId player, @Nullable String code) {
        if (found.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND);
        }
        var room = found.get();
        if (!room.isPublic() && !room.isMember(player) && !room.code().value().equals(code)) {
            return Outcome.refused(ErrorCode.NOT_FOUND);
        }
        return room.gone() ? Outcome.refused(ErrorCode.ROOM_GONE) : Outcome.done(room);
    }

    /** Who comes to a room, to play or to watch, needs the code of a private one. */
    public static Outcome<Room> enter(Optional<Room> found, PlayerId player, @Nullable String code) {
        if (found.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND);
        }
        var room = found.get();
        if (!room.isPublic() && !room.isMember(player) && !room.code().value().equals(code)) {
            return Outcome.refused(ErrorCode.CODE_WRONG);
        }
        return room.gone() ? Outcome.refused(ErrorCode.ROOM_GONE) : Outcome.done(room);
    }

    /** What only its owner may do. */
    static Outcome<Room> own(Optional<Room> found, PlayerId player) {
        return switch (see(found, player, null)) {
            case Outcome.Done<Room>(Room room) when room.isOwner(player) -> Outcome.done(room);
            case Outcome.Done<Room> foreign -> Outcome.refused(ErrorCode.FORBIDDEN);
            case Outcome.Refused<Room> refused -> refused;
        };
    }
}
