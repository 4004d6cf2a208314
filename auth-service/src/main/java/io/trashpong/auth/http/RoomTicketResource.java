package io.trashpong.auth.http;

import io.smallrye.common.annotation.NonBlocking;
import io.trashpong.auth.EventLog;
import io.trashpong.auth.EventLog.Attempt;
import io.trashpong.auth.EventLog.Failure;
import io.trashpong.auth.ticket.InternalSecret;
import io.trashpong.auth.ticket.RoomTickets;
import io.trashpong.auth.ticket.TicketRequest;
import io.trashpong.contract.Refuses;
import io.trashpong.protocol.ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** {@code POST /internal/room-tickets}: for the lobby alone, which shows {@link InternalSecret}. The gateway does not route it. */
@Path("/internal/room-tickets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RoomTicketResource {
    private final InternalSecret secret;
    private final RoomTickets tickets;
    private final Sources sources;
    private final EventLog events;

    RoomTicketResource(InternalSecret secret, RoomTickets tickets, Sources sources, EventLog events) {
        this.secret = secret;
        this.tickets = tickets;
        this.sources = sources;
        this.events = events;
    }

    /** Open to all as far as user tokens go: a service calls, not a user. */
    @POST
    @PermitAll
    @NonBlocking
    @Operation(
            operationId = "createRoomTicket",
            summary = "Signs a room ticket for the lobby; not routed by the gateway")
    @APIResponseSchema(value = Answers.Ticket.class, responseCode = "201", responseDescription = "signed")
    @Refuses({ErrorCode.TOKEN_INVALID, ErrorCode.FORBIDDEN})
    public Response create(
            @HeaderParam(InternalSecret.HEADER) @Nullable String shown,
            @Nullable TicketRequest request,
            @Context HttpServerRequest http) {
        if (shown == null) {
            return Problem.of(ErrorCode.TOKEN_INVALID, InternalSecret.HEADER + " is missing")
                    .response();
        }
        if (!secret.matches(shown)) {
            events.failed(
                    Attempt.ROOM_TICKET,
                    Failure.INTERNAL_SECRET_WRONG,
                    sources.of(http).truncated());
            return Problem.of(ErrorCode.FORBIDDEN, "not allowed").response();
        }
        if (request == null) {
            return Problem.of(ErrorCode.BAD_REQUEST, "a body is missing").response();
        }
        return Response.status(Response.Status.CREATED)
                .entity(new Answers.Ticket(tickets.mint(request)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
