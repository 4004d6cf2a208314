package io.trashpong.lobby.seat;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.room.Outcome;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomChanges;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.lobby.room.RoomService;
import io.trashpong.lobby.room.RoomTitle;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.feed.RoomView.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The seat beside whoever has waited longest, else a new public room. Two who ask at the same moment end up together: the
 * second one's transaction begins after the first one's commit. Who asks waits in one place only: he gives up the others. Who
 * waits already may ask again at any time, and moves when somebody has waited longer elsewhere; who was seated a moment ago, and
 * asks for lack of an answer, is led to the same seat.
 */
@ApplicationScoped
public class QuickMatch {
    private final RoomChanges changes;
    private final RoomService rooms;
    private final WaitingSeats waitingSeats;

    QuickMatch(RoomChanges changes, RoomService rooms, WaitingSeats waitingSeats) {
        this.changes = changes;
        this.rooms = rooms;
        this.waitingSeats = waitingSeats;
    }

    /** @param title of the room, if one has to be made */
    public Uni<Outcome<Seated>> take(GameKind game, Player player, RoomTitle title) {
        return changes.change(transaction -> findSeat(transaction, game, player)
                .flatMap(found -> found.isPresent()
                        ? waitOnlyIn(transaction, found.get(), player, false)
                        : make(transaction, game, player, title)));
    }

    private static Uni<Optional<Room>> findSeat(Transaction transaction, GameKind game, Player player) {
        return transaction
                .rooms()
                .takeOldestSeat(game, player)
                .flatMap(taken -> taken.isPresent()
                        ? Uni.createFrom().item(taken)
                        : transaction.rooms().findQuickSeat(game, player.id()));
    }

    private Uni<Outcome<Seated>> make(Transaction transaction, GameKind game, Player player, RoomTitle title) {
        return rooms.create(transaction, player, game, title, Visibility.PUBLIC).flatMap(created -> switch (created) {
            case Outcome.Done<Room>(Room room) -> waitOnlyIn(transaction, room, player, true);
            case Outcome.Refused<Room>(ErrorCode reason) -> Uni.createFrom().item(Outcome.refused(reason));
        });
    }

    private Uni<Outcome<Seated>> waitOnlyIn(Transaction transaction, Room room, Player player, boolean made) {
        int seat = room.seatOf(player.id()).orElseThrow();
        return waitingSeats
                .giveUpExcept(transaction, player.id(), room.id())
                .replaceWith(Outcome.done(new Seated(room, seat, made)));
    }
}
