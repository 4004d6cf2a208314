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
 * second one's transaction begins after the first one's commit.
 */
@ApplicationScoped
public class QuickMatch {
    private final RoomChanges changes;
    private final RoomService rooms;

    QuickMatch(RoomChanges changes, RoomService rooms) {
        this.changes = changes;
        this.rooms = rooms;
    }

    /** @param title of the room, if one has to be made */
    public Uni<Outcome<Seated>> take(GameKind game, Player player, RoomTitle title) {
        return changes.change(transaction -> transaction
                .rooms()
                .takeOldestSeat(game, player)
                .flatMap(taken -> orElse(
                        taken,
                        transaction
                                .rooms()
                                // Who asks twice still waits in one room.
                                .findWaitingSeat(game, player.id())))
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(seated(found.get(), player, false))
                        : make(transaction, game, player, title)));
    }

    private Uni<Outcome<Seated>> make(Transaction transaction, GameKind game, Player player, RoomTitle title) {
        return rooms.create(transaction, player, game, title, Visibility.PUBLIC).map(created -> switch (created) {
            case Outcome.Done<Room>(Room room) -> seated(room, player, true);
            case Outcome.Refused<Room>(ErrorCode reason) -> Outcome.refused(reason);
        });
    }

    private static Uni<Optional<Room>> orElse(Optional<Room> found, Uni<Optional<Room>> other) {
        return found.isPresent() ? Uni.createFrom().item(found) : other;
    }

    private static Outcome<Seated> seated(Room room, Player player, boolean made) {
        return Outcome.done(new Seated(room, room.seatOf(player.id()).orElseThrow(), made));
    }
}
