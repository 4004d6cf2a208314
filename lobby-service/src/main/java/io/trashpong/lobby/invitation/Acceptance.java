package io.trashpong.lobby.invitation;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.eventlog.EventLog.RoomEnd;
import io.trashpong.lobby.presence.Presence;
import io.trashpong.lobby.room.Outcome;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.room.RoomChanges;
import io.trashpong.lobby.room.RoomChanges.Transaction;
import io.trashpong.lobby.room.RoomService;
import io.trashpong.lobby.room.RoomTitle;
import io.trashpong.lobby.seat.Seated;
import io.trashpong.lobby.seat.WaitingSeats;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.feed.InvitationView.State;
import io.trashpong.protocol.feed.RoomView.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Accepting an invitation: a private room of the one who invited, with both seated, in one transaction. Both give up the seats in
 * which they waited, and what else they had sent is void.
 */
@ApplicationScoped
public class Acceptance {
    private final RoomChanges changes;
    private final RoomService rooms;
    private final WaitingSeats waitingSeats;
    private final Presence presence;

    Acceptance(RoomChanges changes, RoomService rooms, WaitingSeats waitingSeats, Presence presence) {
        this.changes = changes;
        this.rooms = rooms;
        this.waitingSeats = waitingSeats;
        this.presence = presence;
    }

    /**
     * Who accepts again, for lack of an answer, is led to the same seat.
     *
     * @param title of the room
     */
    public Uni<Outcome<Seated>> accept(InvitationId id, Player player, RoomTitle title) {
        return changes.change(transaction -> {
            var table = new InvitationTable(transaction.connection());
            return table.find(id).flatMap(found -> {
                if (found.isEmpty() || !found.get().concerns(player.id())) {
                    return refused(ErrorCode.NOT_FOUND);
                }
                var invitation = found.get();
                if (!invitation.to().id().equals(player.id())) {
                    return refused(ErrorCode.FORBIDDEN);
                }
                var room = invitation.room();
                if (invitation.state() == State.ACCEPTED && room != null) {
                    return transaction.rooms().find(room).map(again -> seatAgain(again, player));
                }
                if (!invitation.isPending()) {
                    return refused(ErrorCode.INVITATION_GONE);
                }
                if (presence.find(invitation.from().id()).isEmpty()) {
                    return refused(ErrorCode.PLAYER_AWAY);
                }
                return anyBusy(transaction, invitation)
                        .flatMap(busy -> busy
                                ? refused(ErrorCode.PLAYER_BUSY)
                                : seatBoth(transaction, table, invitation, title));
            });
        });
    }

    private static Outcome<Seated> seatAgain(Optional<Room> room, Player player) {
        return room.filter(known -> !known.gone())
                .flatMap(known -> known.seatOf(player.id()).isPresent()
                        ? Optional.of(Outcome.done(
                                new Seated(known, known.seatOf(player.id()).getAsInt(), false)))
                        : Optional.<Outcome<Seated>>empty())
                .orElseGet(() -> Outcome.refused(ErrorCode.INVITATION_GONE));
    }

    private static Uni<Boolean> anyBusy(Transaction transaction, Invitation invitation) {
        return transaction
                .rooms()
                .isBusy(invitation.from().id())
                .flatMap(busy -> busy
                        ? Uni.createFrom().item(true)
                        : transaction.rooms().isBusy(invitation.to().id()));
    }

    private Uni<Outcome<Seated>> seatBoth(
            Transaction transaction, InvitationTable table, Invitation invitation, RoomTitle title) {
        var from = invitation.from();
        var to = invitation.to();
        // First away from where they waited, which may be as many rooms as one may sit in.
        return waitingSeats
                .giveUp(transaction, from.id())
                .flatMap(given -> waitingSeats.giveUp(transaction, to.id()))
                .flatMap(given -> rooms.create(transaction, from, invitation.game(), title, Visibility.PRIVATE))
                .flatMap(created -> switch (created) {
                    case Outcome.Refused<Room>(ErrorCode reason) -> refused(reason);
                    case Outcome.Done<Room>(Room room) ->
                        transaction
                                .rooms()
                                .takeSeat(room.id(), to, room.code().value())
                                .flatMap(taken -> taken.isEmpty()
                                        ? rooms.closeAndTell(transaction, room.id(), RoomEnd.CREATOR_LEFT)
                                                .replaceWith(Outcome.refused(ErrorCode.TOO_MANY_ROOMS))
                                        : markAccepted(table, invitation, taken.get()));
                });
    }

    private static Uni<Outcome<Seated>> markAccepted(InvitationTable table, Invitation invitation, Room room) {
        return table.accept(invitation.id(), room.id())
                .flatMap(accepted -> table.withdrawAll(
                        invitation.from().id(), invitation.to().id()))
                .replaceWith(Outcome.done(new Seated(room, 1, true)));
    }

    private static Uni<Outcome<Seated>> refused(ErrorCode reason) {
        return Uni.createFrom().item(Outcome.refused(reason));
    }
}
