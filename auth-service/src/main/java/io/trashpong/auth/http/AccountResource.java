package io.trashpong.auth.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.trashpong.auth.EventLog;
import io.trashpong.auth.EventLog.Attempt;
import io.trashpong.auth.account.Accounts;
import io.trashpong.auth.account.Outcome;
import io.trashpong.auth.account.SignedIn;
import io.trashpong.contract.Refuses;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.PlayerId;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/**
 * How accounts come to be: {@code POST /api/auth/accounts} out of nothing, {@code POST /api/auth/me/account} out of the guest
 * who asks. Two places, so that a guest whose token has run out is told so, and does not lose his points to a new id.
 */
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AccountResource {
    private final Accounts accounts;
    private final SignedInAnswer answer;
    private final Refusals refusals;
    private final SourceLimits limits;
    private final Sources sources;
    private final EventLog events;
    private final JsonWebToken token;

    AccountResource(
            Accounts accounts,
            SignedInAnswer answer,
            Refusals refusals,
            SourceLimits limits,
            Sources sources,
            EventLog events,
            JsonWebToken token) {
        this.accounts = accounts;
        this.answer = answer;
        this.refusals = refusals;
        this.limits = limits;
        this.sources = sources;
        this.events = events;
        this.token = token;
    }

    /** @param name may be missing where a guest becomes an account */
    @Schema(name = "AccountWish", requiredProperties = "password")
    record Wish(
            @Schema(maxLength = 320) @Nullable String name,

            @Schema(minLength = 8, maxLength = 128) @Nullable
            String password) {}

    @POST
    @Path("accounts")
    @PermitAll
    @Operation(operationId = "createAccount", summary = "Makes an account out of nothing")
    @APIResponseSchema(
            value = Answers.SignedIn.class,
            responseCode = "201",
            responseDescription = "made, and logged in; Set-Cookie has the refresh token")
    @Refuses({
        ErrorCode.NAME_INVALID,
        ErrorCode.NAME_TAKEN,
        ErrorCode.PASSWORD_INVALID,
        ErrorCode.PASSWORD_COMMON,
        ErrorCode.TOO_MANY_REQUESTS
    })
    public Uni<Response> create(@Nullable Wish wish, @Context HttpServerRequest request) {
        if (wish == null || wish.name() == null || wish.password() == null) {
            return Answers.missing("a name or a password");
        }
        var source = sources.of(request);
        String name = wish.name();
        String password = wish.password();
        return limits.password(
                Attempt.ACCOUNT_CREATION,
                source,
                () -> accounts.create(name, password).map(outcome -> response(outcome, false, source, request)));
    }

    @POST
    @Path("me/account")
    @Authenticated
    @Operation(
            operationId = "upgradeGuest",
            summary = "Makes an account out of the guest who asks; his id and points stay")
    @APIResponseSchema(
            value = Answers.SignedIn.class,
            responseCode = "201",
            responseDescription = "made, and logged in; Set-Cookie has the refresh token")
    @Refuses({
        ErrorCode.NAME_INVALID,
        ErrorCode.NAME_TAKEN,
        ErrorCode.PASSWORD_INVALID,
        ErrorCode.PASSWORD_COMMON,
        ErrorCode.TOO_MANY_REQUESTS,
        ErrorCode.ACCOUNT_EXISTS
    })
    public Uni<Response> upgrade(@Nullable Wish wish, @Context HttpServerRequest request) {
        if (wish == null || wish.password() == null) {
            return Answers.missing("a password");
        }
        var source = sources.of(request);
        var guest = new PlayerId(token.getSubject());
        String password = wish.password();
        return limits.password(
                Attempt.ACCOUNT_CREATION,
                source,
                () -> accounts.upgrade(guest, wish.name(), password)
                        .map(outcome -> response(outcome, true, source, request)));
    }

    private Response response(
            Outcome<SignedIn> outcome, boolean upgraded, SourceAddress source, HttpServerRequest request) {
        return switch (outcome) {
            case Outcome.Done<SignedIn>(var signedIn) -> {
                events.accountCreated(signedIn.player().id(), upgraded, source.truncated());
                yield answer.of(Response.Status.CREATED, signedIn.player(), false, signedIn.refresh(), request);
            }
            case Outcome.Refused<SignedIn>(var refusal) -> refusals.response(refusal, Attempt.ACCOUNT_CREATION, source);
        };
    }
}
