package io.trashpong.lobby.seat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.eventlog.EventLog.RoomEnd;
import io.trashpong.lobby.room.Outcome;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomChanges;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.lobby.room.RoomQueries;
import io.trashpong.lobby.room.RoomService;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.event.LobbyEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Taking and giving up a seat of a given room. */
@ApplicationScoped
public class SeatService {
    private final RoomQueries queries;
    private final RoomChanges changes;
    private final RoomService rooms;

    SeatService(RoomQueries queries, RoomChanges changes, RoomService rooms) {
        this.queries = queries;
        this.changes = changes;
        this.rooms = rooms;
    }

    /**
     * Takes the free seat; who has one already gets the same again.
     *
     * @param code of the room's link; needed for a private room
     */
    public Uni<Outcome<Seated>> take(RoomId id, Player player, @Nullable String code) {
        return queries.find(id).flatMap(found -> {
            var seen = SeatRules.take(found, player.id(), code);
            return switch (seen) {
                // Told from a read alone, so that a crowd before a full room does not queue for the counter.
                case Outcome.Refused<Room>(ErrorCode reason) -> refused(reason);
                case Outcome.Done<Room>(Room room)
                when room.seatOf(player.id()).isPresent() ->
                    queries.touch(id, player.id()).replaceWith(seated(room, player.id()));
                case Outcome.Done<Room> free -> changes.change(transaction -> take(transaction, id, player, code));
            };
        });
    }

    private Uni<Outcome<Seated>> take(Transaction transaction, RoomId id, Player player, @Nullable String code) {
        return transaction
                .rooms()
                .takeSeat(id, player, code)
                .flatMap(taken -> taken.isPresent()
                        ? Uni.createFrom().item(seated(taken.get(), player.id()))
                        : transaction.rooms().find(id).map(found -> whyNot(found, player.id(), code)));
    }

    private static Outcome<Seated> whyNot(Optional<Room> found, PlayerId player, @Nullable String code) {
        return switch (SeatRules.take(found, player, code)) {
            case Outcome.Refused<Room>(ErrorCode reason) -> Outcome.refused(reason);
            case Outcome.Done<Room>(Room room) when room.seatOf(player).isPresent() -> seated(room, player);
            case Outcome.Done<Room> free -> Outcome.refused(ErrorCode.TOO_MANY_ROOMS);
        };
    }

    /** Gives up the seat. Without its creator a room is over, except that a running match is the relay's to end. */
    public Uni<Outcome<Room>> giveUp(RoomId id, PlayerId player) {
        return queries.find(id).flatMap(found -> switch (SeatRules.giveUp(found, player)) {
            case Outcome.Refused<Room> refused -> Uni.createFrom().item((Outcome<Room>) refused);
            case Outcome.Done<Room> seated -> changes.change(transaction -> giveUp(transaction, id, player));
        });
    }

    Uni<Outcome<Room>> giveUp(Transaction transaction, RoomId id, PlayerId player) {
        return transaction.rooms().find(id).flatMap(found -> switch (SeatRules.giveUp(found, player)) {
            case Outcome.Refused<Room> refused -> Uni.createFrom().item((Outcome<Room>) refused);
            case Outcome.Done<Room>(Room room)
            when SeatRules.endsWithout(room, player) -> rooms.closeAndTell(transaction, id, RoomEnd.CREATOR_LEFT);
            case Outcome.Done<Room>(Room room) -> {
                int seat = room.seatOf(player).orElseThrow();
                yield transaction
                        .rooms()
                        .freeSeat(id, player)
                        .flatMap(freed -> transaction
                                .tell(new LobbyEvent.SeatGivenUp(id, seat, player))
                                .replaceWith(Outcome.done(freed.orElse(room))));
            }
        });
    }

    /** Gives up all seats of {@code player}, within a transaction. */
    public Uni<Void> giveUpAll(Transaction transaction, PlayerId player) {
        return transaction.rooms().listSeatsOf(player).flatMap(seated -> giveUp(transaction, seated, player));
    }

    Uni<Void> giveUp(Transaction transaction, List<Room> seated, PlayerId player) {
        return Multi.createFrom()
                .iterable(seated)
                .onItem()
                .transformToUniAndConcatenate(room -> giveUp(transaction, room.id(), player))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Outcome<Seated> seated(Room room, PlayerId player) {
        return Outcome.done(new Seated(room, room.seatOf(player).orElseThrow(), false));
    }

    private static Uni<Outcome<Seated>> refused(ErrorCode reason) {
        return Uni.createFrom().item(Outcome.refused(reason));
    }
}
