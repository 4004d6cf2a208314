package io.trashpong.relay.ticket;

import io.trashpong.protocol.RoomTicket;

/** What a presented room ticket is worth. */
public sealed interface TicketVerdict {
    record Good(RoomTicket ticket) implements TicketVerdict {}

    /** Forged, expired, or no room ticket at all. */
    record Bad() implements TicketVerdict {}

    /** A good ticket, but for another room. */
    record OtherRoom() implements TicketVerdict {}

    /** Auth's keys are not known and can't be asked for now. */
    record Unknowable() implements TicketVerdict {}
}
