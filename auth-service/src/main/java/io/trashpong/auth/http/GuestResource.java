package io.trashpong.auth.http;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.EventLog;
import io.trashpong.auth.EventLog.Failure;
import io.trashpong.auth.guest.Guests;
import io.trashpong.auth.token.UserTokens;
import io.trashpong.protocol.ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/auth/guests}: whoever tells a name may play. */
@Path("/api/auth/guests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class GuestResource {
    private final Guests guests;
    private final UserTokens tokens;
    private final GuestLimit limit;
    private final Sources sources;
    private final EventLog events;

    GuestResource(Guests guests, UserTokens tokens, GuestLimit limit, Sources sources, EventLog events) {
        this.guests = guests;
        this.tokens = tokens;
        this.limit = limit;
        this.sources = sources;
        this.events = events;
    }

    record Wish(@Nullable String name) {}

    @POST
    @PermitAll
    public Uni<Response> create(@Nullable Wish wish, @Context HttpServerRequest request) {
        if (wish == null || wish.name() == null) {
            return answer(Problem.of(ErrorCode.BAD_REQUEST, "a name is missing").response());
        }
        var source = sources.of(request);
        var wait = limit.secondsToWait(source);
        if (wait.isPresent()) {
            events.failure(Failure.TOO_MANY_GUESTS, source.truncated());
            return answer(Problem.of(ErrorCode.TOO_MANY_REQUESTS, "too many guests from this address")
                    .response(wait.getAsInt()));
        }
        return guests.create(wish.name()).map(creation -> response(creation, source, request));
    }

    private Response response(Guests.Creation creation, SourceAddress source, HttpServerRequest request) {
        return switch (creation) {
            case Guests.Created(var player, var refresh) -> {
                events.login(player.id(), source.truncated());
                yield Response.status(Response.Status.CREATED)
                        .entity(new Answers.SignedIn(tokens.mint(player, true), player))
                        .cookie(RefreshCookie.of(refresh, request))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            }
            case Guests.NameRefused(var reason) -> {
                events.failure(Failure.NAME_REFUSED, source.truncated());
                yield Problem.of(ErrorCode.NAME_INVALID, reason.sentence()).response();
            }
            case Guests.NameExhausted() -> {
                events.failure(Failure.NAME_EXHAUSTED, source.truncated());
                yield Problem.of(ErrorCode.NAME_TAKEN, "no number is left for this name")
                        .response();
            }
        };
    }

    private static Uni<Response> answer(Response response) {
        return Uni.createFrom().item(response);
    }
}
