package io.trashpong.lobby.http;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.trashpong.contract.Refuses;
import io.trashpong.lobby.http.InvitationMessages.Invite;
import io.trashpong.lobby.http.InvitationMessages.Pending;
import io.trashpong.lobby.http.RoomMessages.SeatTicket;
import io.trashpong.lobby.invitation.Acceptance;
import io.trashpong.lobby.invitation.Invitation;
import io.trashpong.lobby.invitation.InvitationQueries;
import io.trashpong.lobby.invitation.InvitationService;
import io.trashpong.lobby.token.Caller;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.InvitationId;
import io.trashpong.protocol.feed.InvitationView;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code /api/invitations}: inviting, and what both may say to it. */
@Path("/api/invitations")
@Authenticated
@Timeout(Deadline.MILLIS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvitationResource {
    private final InvitationService invitations;
    private final InvitationQueries queries;
    private final Acceptance acceptance;
    private final SeatDesk desk;
    private final SecurityIdentity identity;

    InvitationResource(
            InvitationService invitations,
            InvitationQueries queries,
            Acceptance acceptance,
            SeatDesk desk,
            SecurityIdentity identity) {
        this.invitations = invitations;
        this.queries = queries;
        this.acceptance = acceptance;
        this.desk = desk;
        this.identity = identity;
    }

    @POST
    @Operation(operationId = "invite", summary = "Invites a player who is online")
    @APIResponseSchema(value = InvitationView.class, responseCode = "201", responseDescription = "sent")
    @Refuses({
        ErrorCode.PLAYER_AWAY,
        ErrorCode.PLAYER_BUSY,
        ErrorCode.NOT_WELCOME,
        ErrorCode.INVITED_ALREADY,
        ErrorCode.TOO_MANY_INVITATIONS,
        ErrorCode.TOO_MANY_REQUESTS
    })
    public Uni<Response> invite(@Nullable Invite body) {
        var wish = Checks.required(body);
        return invitations
                .invite(Caller.of(identity), Checks.required(wish.to()), Checks.required(wish.game()))
                .map(Checks::orRefuse)
                .map(invitation -> Response.status(Response.Status.CREATED)
                        .entity(invitation.view())
                        .build());
    }

    @GET
    @Operation(operationId = "listInvitations", summary = "The pending invitations from and to the caller")
    public Uni<Pending> list() {
        return queries.listPending(Caller.of(identity).id())
                .map(pending ->
                        new Pending(pending.stream().map(Invitation::view).toList()));
    }

    @POST
    @Path("/{id}/accept")
    @Operation(operationId = "acceptInvitation", summary = "Accepts; both are seated in a new private room")
    @APIResponseSchema(
            value = SeatTicket.class,
            responseCode = "200",
            responseDescription = "accepted, or accepted before")
    @Refuses({
        ErrorCode.FORBIDDEN,
        ErrorCode.INVITATION_GONE,
        ErrorCode.PLAYER_AWAY,
        ErrorCode.PLAYER_BUSY,
        ErrorCode.TOO_MANY_ROOMS
    })
    public Uni<Response> accept(@RestPath InvitationId id) {
        var player = Caller.of(identity);
        return acceptance
                .accept(id, player, Checks.titleFrom(player.name()))
                .map(Checks::orRefuse)
                .flatMap(seated -> desk.answer(seated, player, Response.Status.OK));
    }

    @POST
    @Path("/{id}/decline")
    @Operation(operationId = "declineInvitation", summary = "Declines")
    @APIResponse(responseCode = "204", description = "declined")
    @Refuses({ErrorCode.FORBIDDEN, ErrorCode.INVITATION_GONE})
    public Uni<Void> decline(@RestPath InvitationId id) {
        return invitations
                .decline(id, Caller.of(identity).id())
                .map(Checks::orRefuse)
                .replaceWithVoid();
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "withdrawInvitation", summary = "Takes an invitation of the caller back")
    @APIResponse(responseCode = "204", description = "withdrawn")
    @Refuses({ErrorCode.FORBIDDEN, ErrorCode.INVITATION_GONE})
    public Uni<Void> withdraw(@RestPath InvitationId id) {
        return invitations
                .withdraw(id, Caller.of(identity).id())
                .map(Checks::orRefuse)
                .replaceWithVoid();
    }
}
