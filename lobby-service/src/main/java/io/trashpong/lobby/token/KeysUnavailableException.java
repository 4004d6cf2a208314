package io.trashpong.lobby.token;

/** Nobody can be authenticated: auth's keys have not been read yet, or not the one that is wanted. Answered with 503. */
public final class KeysUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeysUnavailableException() {
        super("auth's keys can't be read", null, false, false);
    }
}
