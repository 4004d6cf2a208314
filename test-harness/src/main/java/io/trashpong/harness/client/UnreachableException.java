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
}
