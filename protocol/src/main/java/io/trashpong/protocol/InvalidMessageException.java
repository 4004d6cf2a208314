package io.trashpong.protocol;

/** What came over the wire is no message of this protocol. Its text names the fault and repeats nothing of the content. */
public final class InvalidMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidMessageException(String message) {
        super(message, null, false, false);
    }
}
