package io.trashpong.auth.http;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.EventLog;
import io.trashpong.auth.EventLog.Attempt;
import io.trashpong.auth.EventLog.Failure;
import io.trashpong.auth.guest.Guests;
import io.trashpong.contract.Refuses;
import io.trashpong.protocol.ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/auth/guests}: whoever tells a name may play. */
@Path("/api/auth/guests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class GuestResource {
    private final Guests guests;
    private final SignedInAnswer answer;
    private final SourceLimits limits;
    private final Sources sources;
    private final EventLog events;

    GuestResource(Guests guests, SignedInAnswer answer, SourceLimits limits, Sources sources, EventLog events) {
        this.guests = guests;
        this.answer = answer;
        this.limits = limits;
        this.sources = sources;
        this.events = events;
    }

    @Schema(name = "GuestWish", requiredProperties = "name")
    record Wish(@Schema(maxLength = 320) @Nullable String name) {}

    @POST
    @PermitAll
    @Operation(operationId = "createGuest", summary = "Whoever tells a name may play; a name in use gets a number")
    @APIResponseSchema(
            value = Answers.SignedIn.class,
            responseCode = "201",
            responseDescription = "welcome; Set-Cookie has the refresh token")
    @Refuses({ErrorCode.NAME_INVALID, ErrorCode.NAME_TAKEN, ErrorCode.TOO_MANY_REQUESTS})
    public Uni<Response> create(@Nullable Wish wish, @Context HttpServerRequest request) {
        if (wish == null || wish.name() == null) {
            return Answers.missing("a name");
        }
        var source = sources.of(request);
        String name = wish.name();
        return limits.guest(source, () -> guests.create(name).map(creation -> response(creation, source, request)));
    }

    private Response response(Guests.Creation creation, SourceAddress source, HttpServerRequest request) {
        return switch (creation) {
            case Guests.Created(var player, var refresh) -> {
                events.login(player.id(), true, source.truncated());
                yield answer.of(Response.Status.CREATED, player, true, refresh, request);
            }
            case Guests.NameRefused(var reason) -> {
                events.failed(Attempt.LOGIN, Failure.NAME_INVALID, source.truncated());
                yield Problem.of(ErrorCode.NAME_INVALID, reason.sentence()).response();
            }
            case Guests.NameExhausted() -> {
                events.failed(Attempt.LOGIN, Failure.NAME_TAKEN, source.truncated());
                yield Problem.of(ErrorCode.NAME_TAKEN, "no number is left for this name")
                        .response();
            }
        };
    }
}
