package io.trashpong.auth.database;

/** Postgres did not do its work in time or at all; the same request may succeed a little later. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableException(Throwable cause) {
        super("Postgres is not available: " + cause.getClass().getSimpleName(), cause);
    }
}
