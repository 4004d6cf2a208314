package io.trashpong.lobby.token;

import java.security.Key;

/** What is known of the key that a token names. */
sealed interface KeyAnswer {
    record Found(Key key) implements KeyAnswer {}

    /** Auth has no such key: the token is not auth's. */
    record Unknown() implements KeyAnswer {}

    /** Auth could not be asked, so nothing can be said of the token. */
    record Unavailable() implements KeyAnswer {}
}
