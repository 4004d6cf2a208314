package io.trashpong.auth.database;

/** Something that is needed did not do its work in time or at all; the same request may succeed a little later. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what as it begins a sentence in the log */
    public UnavailableException(String what, Throwable cause) {
        super(what + " is not available: " + cause.getClass().getSimpleName(), cause);
    }
}
