package io.trashpong.lobby.http;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.trashpong.contract.Refuses;
import io.trashpong.lobby.http.RoomMessages.Join;
import io.trashpong.lobby.http.RoomMessages.SpectatorTicket;
import io.trashpong.lobby.spectator.SpectatorService;
import io.trashpong.lobby.token.Caller;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.RoomId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Watching a room without a seat in it. */
@Path("/api/rooms")
@Authenticated
@Timeout(Deadline.MILLIS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpectatorResource {
    private final SpectatorService spectators;
    private final SeatDesk desk;
    private final SecurityIdentity identity;

    SpectatorResource(SpectatorService spectators, SeatDesk desk, SecurityIdentity identity) {
        this.spectators = spectators;
        this.desk = desk;
        this.identity = identity;
    }

    @POST
    @Path("/{id}/spectators")
    @Operation(operationId = "watchRoom", summary = "Gives the ticket to watch a room")
    @APIResponseSchema(value = SpectatorTicket.class, responseCode = "201", responseDescription = "may watch")
    @Refuses({ErrorCode.CODE_WRONG, ErrorCode.ROOM_GONE, ErrorCode.SEATED, ErrorCode.STANDS_FULL})
    public Uni<Response> watch(@RestPath RoomId id, @RequestBody(required = false) @Nullable Join body) {
        var player = Caller.of(identity);
        return spectators
                .watch(id, player.id(), body == null ? null : body.code())
                .map(Checks::orRefuse)
                .flatMap(room -> desk.answerToWatch(room, player));
    }
}
