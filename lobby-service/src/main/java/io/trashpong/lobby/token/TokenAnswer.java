package io.trashpong.lobby.token;

/** What came of checking a user token. */
sealed interface TokenAnswer {
    record Valid(Caller caller) implements TokenAnswer {}

    record Invalid() implements TokenAnswer {}

    /** Auth's keys can't be had; the token may be good. */
    record Unavailable() implements TokenAnswer {}
}
