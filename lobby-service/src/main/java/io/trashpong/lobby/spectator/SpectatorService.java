package io.trashpong.lobby.spectator;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.room.Outcome;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomAccess;
import io.trashpong.lobby.room.RoomQueries;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who may watch a room. To watch changes nothing in the lobby: the relay says how many do, and has the last word on the bound. */
@ApplicationScoped
public class SpectatorService {
    private final RoomQueries queries;

    SpectatorService(RoomQueries queries) {
        this.queries = queries;
    }

    /** @param code of the room's link; needed for a private room */
    public Uni<Outcome<Room>> watch(RoomId id, PlayerId player, @Nullable String code) {
        return queries.find(id).map(found -> switch (RoomAccess.enter(found, player, code)) {
            case Outcome.Refused<Room> refused -> refused;
            case Outcome.Done<Room>(Room room)
            when room.seatOf(player).isPresent() -> Outcome.refused(ErrorCode.SEATED);
            case Outcome.Done<Room>(Room room)
            when room.spectators() >= RoomTicket.MAX_SPECTATORS -> Outcome.refused(ErrorCode.STANDS_FULL);
            case Outcome.Done<Room> seen -> seen;
        });
    }
}
