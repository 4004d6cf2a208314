package io.trashpong.lobby.http;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.http.RoomMessages.SeatTicket;
import io.trashpong.lobby.http.RoomMessages.SpectatorTicket;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.seat.Seated;
import io.trashpong.lobby.ticket.TicketOffice;
import io.trashpong.protocol.Player;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Answers with a seat, or a place in the stands, and its ticket. */
@ApplicationScoped
class SeatDesk {
    private static final String RELAY = "/ws/rooms/";

    private final TicketOffice tickets;

    SeatDesk(TicketOffice tickets) {
        this.tickets = tickets;
    }

    Uni<Response> answer(Seated seated, Player player, Response.Status status) {
        var room = seated.room();
        return tickets.issue(seated, player)
                .map(ticket -> Response.status(status)
                        .entity(new SeatTicket(room.viewFor(player.id()), seated.seat(), ticket, RELAY + room.id()))
                        .build());
    }

    Uni<Response> answerToWatch(Room room, Player player) {
        return tickets.issueToWatch(room, player)
                .map(ticket -> Response.status(Response.Status.CREATED)
                        .entity(new SpectatorTicket(room.viewFor(player.id()), ticket, RELAY + room.id()))
                        .build());
    }
}
