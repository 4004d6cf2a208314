package io.trashpong.harness.stack;

/** Where the stack says what it does, a line at a time. Called from several threads. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = line -> {};

    void line(String line);
}
