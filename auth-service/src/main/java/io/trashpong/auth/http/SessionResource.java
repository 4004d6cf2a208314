package io.trashpong.auth.http;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.EventLog;
import io.trashpong.auth.EventLog.Attempt;
import io.trashpong.auth.EventLog.Failure;
import io.trashpong.auth.session.Rotation;
import io.trashpong.auth.session.Sessions;
import io.trashpong.contract.Refuses;
import io.trashpong.protocol.ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Continues ({@code POST /api/auth/token}) and ends ({@code DELETE /api/auth/sessions/current}) what the cookie stands for. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
class SessionResource {
    private final Sessions sessions;
    private final SignedInAnswer answer;
    private final Sources sources;
    private final EventLog events;

    SessionResource(Sessions sessions, SignedInAnswer answer, Sources sources, EventLog events) {
        this.sessions = sessions;
        this.answer = answer;
        this.sources = sources;
        this.events = events;
    }

    @POST
    @Path("token")
    @PermitAll
    @Operation(operationId = "renewToken", summary = "A new user token by the refresh cookie, which is renewed too")
    @APIResponseSchema(
            value = Answers.SignedIn.class,
            responseCode = "200",
            responseDescription = "renewed; Set-Cookie has the refresh token")
    @Refuses(ErrorCode.TOKEN_INVALID)
    public Uni<Response> renew(
            @CookieParam(RefreshCookie.NAME) @Nullable String shown, @Context HttpServerRequest request) {
        return shown == null
                ? Uni.createFrom().item(signedOut(request))
                : sessions.rotate(shown).map(rotation -> response(rotation, request));
    }

    @DELETE
    @Path("sessions/current")
    @PermitAll
    @Operation(operationId = "endSession", summary = "Ends the session of the refresh cookie, if there is one")
    @APIResponse(responseCode = "204", description = "there is none any more")
    public Uni<Response> end(
            @CookieParam(RefreshCookie.NAME) @Nullable String shown, @Context HttpServerRequest request) {
        var gone = Response.noContent().cookie(RefreshCookie.gone(request)).build();
        return shown == null
                ? Uni.createFrom().item(gone)
                : sessions.close(shown).replaceWith(gone);
    }

    private Response response(Rotation rotation, HttpServerRequest request) {
        return switch (rotation) {
            case Rotation.Rotated(var player, var guest, var next) ->
                answer.of(Response.Status.OK, player, guest, next, request);
            case Rotation.Unknown() -> failed(Failure.REFRESH_UNKNOWN, request);
            case Rotation.Reused() -> failed(Failure.REFRESH_REUSED, request);
        };
    }

    private Response failed(Failure failure, HttpServerRequest request) {
        events.failed(Attempt.LOGIN, failure, sources.of(request).truncated());
        return signedOut(request);
    }

    /** The same for every reason: a thief learns nothing. */
    private static Response signedOut(HttpServerRequest request) {
        var problem =
                Problem.of(ErrorCode.TOKEN_INVALID, "no session to continue").response();
        return Response.fromResponse(problem)
                .cookie(RefreshCookie.gone(request))
                .build();
    }
}
