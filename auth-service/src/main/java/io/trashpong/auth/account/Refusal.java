package io.trashpong.auth.account;

import io.trashpong.auth.name.PlayerName;
import io.trashpong.auth.password.Password;

/** Why something that concerns an account was not done. */
public sealed interface Refusal {

    record NameInvalid(PlayerName.Reason reason) implements Refusal {}

    /** By an account or by a guest. */
    record NameTaken() implements Refusal {}

    record PasswordInvalid(Password.Reason reason) implements Refusal {}

    record PasswordCommon() implements Refusal {}

    /** There is no such name, or this is not its password; nobody but us knows which. */
    record CredentialsWrong() implements Refusal {}

    /** @param seconds until the next try from this source is looked at */
    record TooManyTries(int seconds) implements Refusal {}

    record AccountExists() implements Refusal {}

    record AccountNeeded() implements Refusal {}

    /** Deleted since the user token was issued. */
    record PlayerGone() implements Refusal {}
}
