package io.trashpong.auth.http;

import io.trashpong.auth.EventLog;
import io.trashpong.auth.EventLog.Attempt;
import io.trashpong.auth.EventLog.Failure;
import io.trashpong.auth.account.Refusal;
import io.trashpong.protocol.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Each {@link Refusal} as the client and as the log get to see it. */
@ApplicationScoped
class Refusals {
    private final EventLog events;

    Refusals(EventLog events) {
        this.events = events;
    }

    Response response(Refusal refusal, Attempt attempt, SourceAddress source) {
        events.failed(attempt, failure(refusal), source.truncated());
        return switch (refusal) {
            case Refusal.NameInvalid(var reason) -> answer(ErrorCode.NAME_INVALID, reason.sentence());
            case Refusal.NameTaken() -> answer(ErrorCode.NAME_TAKEN, "somebody has this name");
            case Refusal.PasswordInvalid(var reason) -> answer(ErrorCode.PASSWORD_INVALID, reason.sentence());
            case Refusal.PasswordCommon() -> answer(ErrorCode.PASSWORD_COMMON, "this password is soon guessed");
            case Refusal.CredentialsWrong() -> answer(ErrorCode.CREDENTIALS_WRONG, "wrong name or password");
            case Refusal.TooManyTries(var seconds) ->
                Problem.of(ErrorCode.TOO_MANY_REQUESTS, "too many tries from this address")
                        .response(seconds);
            case Refusal.AccountExists() -> answer(ErrorCode.ACCOUNT_EXISTS, "this is an account already");
            case Refusal.AccountNeeded() -> answer(ErrorCode.ACCOUNT_NEEDED, "a guest has no password");
            case Refusal.PlayerGone() -> answer(ErrorCode.TOKEN_INVALID, "this player was deleted");
        };
    }

    private static Response answer(ErrorCode code, String detail) {
        return Problem.of(code, detail).response();
    }

    private static Failure failure(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NameInvalid _ -> Failure.NAME_INVALID;
            case Refusal.NameTaken() -> Failure.NAME_TAKEN;
            case Refusal.PasswordInvalid _ -> Failure.PASSWORD_INVALID;
            case Refusal.PasswordCommon() -> Failure.PASSWORD_COMMON;
            case Refusal.CredentialsWrong() -> Failure.CREDENTIALS_WRONG;
            case Refusal.TooManyTries _ -> Failure.TOO_MANY_TRIES;
            case Refusal.AccountExists() -> Failure.ACCOUNT_EXISTS;
            case Refusal.AccountNeeded() -> Failure.ACCOUNT_NEEDED;
            case Refusal.PlayerGone() -> Failure.PLAYER_GONE;
        };
    }
}
