package io.trashpong.lobby.http;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.trashpong.contract.Refuses;
import io.trashpong.lobby.http.RoomMessages.Join;
import io.trashpong.lobby.http.RoomMessages.Quick;
import io.trashpong.lobby.http.RoomMessages.SeatTicket;
import io.trashpong.lobby.seat.QuickMatch;
import io.trashpong.lobby.seat.SeatService;
import io.trashpong.lobby.token.Caller;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.RoomId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Seats of rooms: taking one, giving it up, and having one found. */
@Path("/api/rooms")
@Authenticated
@Timeout(Deadline.MILLIS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SeatResource {
    private final SeatService seats;
    private final QuickMatch quickMatch;
    private final SeatDesk desk;
    private final SecurityIdentity identity;

    SeatResource(SeatService seats, QuickMatch quickMatch, SeatDesk desk, SecurityIdentity identity) {
        this.seats = seats;
        this.quickMatch = quickMatch;
        this.desk = desk;
        this.identity = identity;
    }

    @POST
    @Path("/{id}/seats")
    @Operation(operationId = "takeSeat", summary = "Takes a seat, or gives the ticket for it again")
    @APIResponseSchema(value = SeatTicket.class, responseCode = "201", responseDescription = "seated")
    @Refuses({
        ErrorCode.CODE_WRONG,
        ErrorCode.ROOM_GONE,
        ErrorCode.ROOM_FULL,
        ErrorCode.ROOM_BUSY,
        ErrorCode.TOO_MANY_ROOMS
    })
    public Uni<Response> take(@RestPath RoomId id, @RequestBody(required = false) @Nullable Join body) {
        var player = Caller.of(identity);
        return seats.take(id, player, body == null ? null : body.code())
                .map(Checks::orRefuse)
                .flatMap(seated -> desk.answer(seated, player, Response.Status.CREATED));
    }

    @DELETE
    @Path("/{id}/seats/me")
    @Operation(operationId = "giveUpSeat", summary = "Gives the caller's seat up")
    @APIResponse(responseCode = "204", description = "given up")
    @Refuses({ErrorCode.NOT_SEATED, ErrorCode.ROOM_GONE})
    public Uni<Void> giveUp(@RestPath RoomId id) {
        return seats.giveUp(id, Caller.of(identity).id()).map(Checks::orRefuse).replaceWithVoid();
    }

    @POST
    @Path("/quick")
    @Operation(operationId = "quickMatch", summary = "The seat beside who has waited longest, else one in a new room")
    @APIResponseSchema(value = SeatTicket.class, responseCode = "200", responseDescription = "joined")
    @APIResponse(
            responseCode = "201",
            description = "made a room",
            content = @Content(schema = @Schema(implementation = SeatTicket.class)))
    @Refuses(ErrorCode.TOO_MANY_ROOMS)
    public Uni<Response> quick(@Nullable Quick body) {
        var player = Caller.of(identity);
        return quickMatch
                .take(Checks.required(Checks.required(body).game()), player, Checks.titleFrom(player.name()))
                .map(Checks::orRefuse)
                .flatMap(seated ->
                        desk.answer(seated, player, seated.made() ? Response.Status.CREATED : Response.Status.OK));
    }
}
