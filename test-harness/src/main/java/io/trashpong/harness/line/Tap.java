package io.trashpong.harness.line;

/**
 * Watches the bytes of one connection and may cut it. Chunks come as they were read, so a message may come in several; each
 * direction is called from one thread, both not at the same time.
 */
public interface Tap {
    Tap NONE = new Tap() {};

    /** What becomes of a chunk. */
    enum Fate {
        PASS,
        /** It is not delivered, and the connection is reset on both sides. */
        CUT
    }

    /** From the client to the server. */
    default Fate sent(byte[] chunk) {
        return Fate.PASS;
    }

    /** From the server to the client. */
    default Fate answered(byte[] chunk) {
        return Fate.PASS;
    }
}
