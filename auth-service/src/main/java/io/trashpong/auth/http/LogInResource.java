package io.trashpong.auth.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.trashpong.auth.EventLog;
import io.trashpong.auth.EventLog.Attempt;
import io.trashpong.auth.account.LogIns;
import io.trashpong.auth.account.Outcome;
import io.trashpong.auth.account.SignedIn;
import io.trashpong.auth.session.Sessions;
import io.trashpong.contract.Refuses;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.PlayerId;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** {@code /api/auth/sessions}: opens one by name and password, and ends all that the caller has, on whatever device. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
class LogInResource {
    private final LogIns logIns;
    private final Sessions sessions;
    private final SignedInAnswer answer;
    private final Refusals refusals;
    private final SourceLimits limits;
    private final Sources sources;
    private final EventLog events;
    private final JsonWebToken token;

    LogInResource(
            LogIns logIns,
            Sessions sessions,
            SignedInAnswer answer,
            Refusals refusals,
            SourceLimits limits,
            Sources sources,
            EventLog events,
            JsonWebToken token) {
        this.logIns = logIns;
        this.sessions = sessions;
        this.answer = answer;
        this.refusals = refusals;
        this.limits = limits;
        this.sources = sources;
        this.events = events;
        this.token = token;
    }

    @Schema(requiredProperties = {"name", "password"})
    record Credentials(@Nullable String name, @Nullable String password) {}

    @POST
    @Path("sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(operationId = "logIn", summary = "Opens a session by name and password")
    @APIResponseSchema(
            value = Answers.SignedIn.class,
            responseCode = "201",
            responseDescription = "logged in; Set-Cookie has the refresh token")
    @Refuses({ErrorCode.CREDENTIALS_WRONG, ErrorCode.TOO_MANY_REQUESTS})
    public Uni<Response> logIn(@Nullable Credentials shown, @Context HttpServerRequest request) {
        if (shown == null || shown.name() == null || shown.password() == null) {
            return Answers.missing("a name or a password");
        }
        var source = sources.of(request);
        String name = shown.name();
        String password = shown.password();
        return limits.password(
                Attempt.LOGIN,
                source,
                () -> logIns.logIn(name, password, source.counted())
                        .map(outcome -> response(outcome, source, request)));
    }

    private Response response(Outcome<SignedIn> outcome, SourceAddress source, HttpServerRequest request) {
        return switch (outcome) {
            case Outcome.Done<SignedIn>(var signedIn) -> {
                events.login(signedIn.player().id(), false, source.truncated());
                yield answer.of(Response.Status.CREATED, signedIn.player(), false, signedIn.refresh(), request);
            }
            case Outcome.Refused<SignedIn>(var refusal) -> refusals.response(refusal, Attempt.LOGIN, source);
        };
    }

    /** User tokens that are out run on to their end, at most a quarter of an hour. */
    @DELETE
    @Path("sessions")
    @Authenticated
    @Operation(operationId = "endAllSessions", summary = "Ends every session of the caller, on whatever device")
    @APIResponse(responseCode = "204", description = "ended; user tokens that are out run on to their end")
    public Uni<Response> endAll(@Context HttpServerRequest request) {
        var player = new PlayerId(token.getSubject());
        return sessions.closeAll(player).map(ended -> {
            events.loggedOutEverywhere(player, sources.of(request).truncated());
            return Response.noContent().cookie(RefreshCookie.gone(request)).build();
        });
    }
}
