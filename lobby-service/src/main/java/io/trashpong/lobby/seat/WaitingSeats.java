package io.trashpong.lobby.seat;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;

/**
 * A player who is led to one room does not go on waiting in others, where somebody would sit down beside nobody. Matches that run
 * are left alone.
 */
@ApplicationScoped
public class WaitingSeats {
    private final SeatService seats;

    WaitingSeats(SeatService seats) {
        this.seats = seats;
    }

    /** Gives up every seat of {@code player} beside a free one. */
    public Uni<Void> giveUp(Transaction transaction, PlayerId player) {
        return giveUp(transaction, player, room -> true);
    }

    /** As above, but for the room where he is to be. */
    Uni<Void> giveUpExcept(Transaction transaction, PlayerId player, RoomId kept) {
        return giveUp(transaction, player, room -> !room.id().equals(kept));
    }

    private Uni<Void> giveUp(Transaction transaction, PlayerId player, Predicate<Room> which) {
        return transaction
                .rooms()
                .listSeatsOf(player)
                .map(rooms -> rooms.stream()
                        .filter(room -> room.status() == Status.WAITING)
                        .filter(which)
                        .toList())
                .flatMap(waiting -> seats.giveUp(transaction, waiting, player));
    }
}
