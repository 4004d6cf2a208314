package io.trashpong.harness.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** Nobody answers where Trashpong should be. The message is for the person at the terminal. */
public final class UnreachableException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    UnreachableException(URI origin, IOException cause) {
        super(
                "Nothing answers at " + origin
                        + ". Start Trashpong there with ./trashpong up, or name another address with --url.",
                cause);
    }

    private UnreachableException(String message, IOException cause) {
        super(message, cause);
    }

    static UnreachableException notOurs(URI origin, int status) {
        String sentence =
                origin + " answers, but not as Trashpong does (" + status + "). Is it starting, or another site?";
        return new UnreachableException(sentence, new IOException("status " + status));
    }

    static UnreachableException untrusted(URI origin, IOException cause) {
        return new UnreachableException(
                "The certificate of " + origin + " is not one that this machine trusts (" + cause.getMessage()
                        + "). If it is your own, name it or who signed it with --ca FILE.",
                cause);
    }
}
