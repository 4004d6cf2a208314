package io.trashpong.auth.account;

import io.trashpong.auth.name.PlayerName;
import io.trashpong.auth.password.Password;

/** What a client typed, as what it has to be. */
final class Inputs {
    private Inputs() {}

    static Outcome<PlayerName> name(String text) {
        return switch (PlayerName.parse(text)) {
            case PlayerName.Accepted(var name) -> Outcome.done(name);
            case PlayerName.Refused(var reason) -> Outcome.refused(new Refusal.NameInvalid(reason));
        };
    }

    /** A password that is to be set. */
    static Outcome<Password> newPassword(String text) {
        return switch (Password.parse(text)) {
            case Password.Accepted(var password) -> Outcome.done(password);
            case Password.Refused(var reason) -> Outcome.refused(new Refusal.PasswordInvalid(reason));
        };
    }

    /** A password that is to be right: what can't be one is wrong. */
    static Outcome<Password> shownPassword(String text) {
        return switch (Password.parse(text)) {
            case Password.Accepted(var password) -> Outcome.done(password);
            case Password.Refused _ -> Outcome.refused(new Refusal.CredentialsWrong());
        };
    }
}
