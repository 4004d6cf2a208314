package io.trashpong.lobby.player;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.room.EventIntake;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.lobby.seat.SeatService;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.TextFrame;
import io.trashpong.protocol.event.AuthEvent;
import jakarta.inject.Singleton;

/** Takes what auth tells. */
@Singleton
public class AuthEvents {
    private final EventIntake intake;
    private final SeatService seats;

    AuthEvents(EventIntake intake, SeatService seats) {
        this.intake = intake;
        this.seats = seats;
    }

    /** Begins to take events. */
    public AutoCloseable consume() {
        return intake.consume(AuthEvent.TOPIC, TextFrame::decodeAuthEvent, this::apply);
    }

    private Uni<Void> apply(Transaction transaction, AuthEvent event) {
        return switch (event) {
            case AuthEvent.PlayerDeleted(PlayerId player) ->
                seats.giveUpAll(transaction, player)
                        .flatMap(given -> PlayerNames.remove(transaction.connection(), player));
            case AuthEvent.PlayerRenamed(Player player) -> PlayerNames.change(transaction.connection(), player);
        };
    }
}
