package io.trashpong.harness.terminal;

import io.trashpong.harness.terminal.view.Line;

/** Where somebody types and reads. {@link #say} may be called from any thread; reading is one thread's. */
interface Console extends AutoCloseable {
    /** What came of waiting for a line. */
    sealed interface Heard {
        record Typed(String line) implements Heard {}

        /** Ctrl-C; what was typed so far is dropped. */
        record Interrupted() implements Heard {}

        /** Ctrl-D, or the end of what was piped in. */
        record Ended() implements Heard {}
    }

    Heard read(String prompt);

    /** What is typed is not shown and not remembered. */
    Heard readPassword(String prompt);

    /** Shown above the line that is being typed. */
    void say(Line line);

    /** Whether a person sits there; else commands come from a file or a pipe. */
    boolean isInteractive();

    @Override
    void close();
}
