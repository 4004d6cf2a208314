package io.trashpong.auth.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.trashpong.auth.EventLog;
import io.trashpong.auth.EventLog.Attempt;
import io.trashpong.auth.account.Accounts;
import io.trashpong.auth.account.Export;
import io.trashpong.auth.account.Outcome;
import io.trashpong.auth.account.SignedIn;
import io.trashpong.contract.Refuses;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.PlayerId;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What the caller may do with what is kept of him: {@code /api/auth/me/password}, {@code …/export}, {@code …/deletion}. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MyAccountResource {
    private final Accounts accounts;
    private final SignedInAnswer answer;
    private final Refusals refusals;
    private final SourceLimits limits;
    private final Sources sources;
    private final EventLog events;
    private final JsonWebToken token;

    MyAccountResource(
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

    @Schema(requiredProperties = {"current", "next"})
    record PasswordChange(
            @Nullable String current,

            @Schema(minLength = 8, maxLength = 128) @Nullable
            String next) {}

    /** All other sessions end; the answer has the only one there is. */
    @PUT
    @Path("me/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changePassword", summary = "Changes the password; all other sessions end")
    @APIResponseSchema(
            value = Answers.SignedIn.class,
            responseCode = "200",
            responseDescription = "changed; the only session there is now")
    @Refuses({
        ErrorCode.PASSWORD_INVALID,
        ErrorCode.PASSWORD_COMMON,
        ErrorCode.CREDENTIALS_WRONG,
        ErrorCode.ACCOUNT_NEEDED,
        ErrorCode.TOO_MANY_REQUESTS
    })
    public Uni<Response> changePassword(@Nullable PasswordChange change, @Context HttpServerRequest request) {
        if (change == null || change.current() == null || change.next() == null) {
            return Answers.missing("the current password or the next");
        }
        var source = sources.of(request);
        String current = change.current();
        String next = change.next();
        return limits.password(
                Attempt.PASSWORD_CHANGE,
                source,
                () -> accounts.changePassword(caller(), current, next, source.counted())
                        .map(outcome -> changed(outcome, source, request)));
    }

    private Response changed(Outcome<SignedIn> outcome, SourceAddress source, HttpServerRequest request) {
        return switch (outcome) {
            case Outcome.Done<SignedIn>(var signedIn) -> {
                events.passwordChanged(signedIn.player().id(), source.truncated());
                yield answer.of(Response.Status.OK, signedIn.player(), false, signedIn.refresh(), request);
            }
            case Outcome.Refused<SignedIn>(var refusal) -> refusals.response(refusal, Attempt.PASSWORD_CHANGE, source);
        };
    }

    /** @param password may be missing for a guest, who has none */
    record Deletion(@Nullable String password) {}

    /** A POST, since a DELETE has no body for the password. */
    @POST
    @Path("me/deletion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "deleteMe", summary = "Deletes the caller and all that is kept of him")
    @APIResponse(responseCode = "204", description = "deleted")
    @Refuses({ErrorCode.CREDENTIALS_WRONG, ErrorCode.TOO_MANY_REQUESTS})
    public Uni<Response> delete(@Nullable Deletion deletion, @Context HttpServerRequest request) {
        if (deletion == null) {
            return Answers.missing("a body");
        }
        var source = sources.of(request);
        return limits.password(
                Attempt.ACCOUNT_DELETION,
                source,
                () -> accounts.delete(caller(), deletion.password(), source.counted())
                        .map(outcome -> deleted(outcome, source, request)));
    }

    private Response deleted(Outcome<Accounts.Deleted> outcome, SourceAddress source, HttpServerRequest request) {
        return switch (outcome) {
            case Outcome.Done<Accounts.Deleted>(var deleted) -> {
                events.playerDeleted(caller(), deleted.guest(), source.truncated());
                yield Response.noContent().cookie(RefreshCookie.gone(request)).build();
            }
            case Outcome.Refused<Accounts.Deleted>(var refusal) ->
                refusals.response(refusal, Attempt.ACCOUNT_DELETION, source);
        };
    }

    @GET
    @Path("me/export")
    @Operation(operationId = "exportMe", summary = "All that auth keeps of the caller")
    @APIResponseSchema(value = Export.class, responseCode = "200", responseDescription = "to be saved as a file")
    public Uni<Response> export(@Context HttpServerRequest request) {
        return accounts.export(caller()).map(outcome -> switch (outcome) {
            case Outcome.Done<Export>(var export) ->
                Response.ok(export)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trashpong-account.json\"")
                        .build();
            case Outcome.Refused<Export>(var refusal) ->
                refusals.response(refusal, Attempt.EXPORT, sources.of(request));
        });
    }

    private PlayerId caller() {
        return new PlayerId(token.getSubject());
    }
}
