package io.trashpong.harness.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What was opened and has to be closed, last first. Opening and closing exclude each other, so that a Ctrl-C during the start
 * waits for the step under way and then takes that back too.
 */
final class Teardown implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /** @throws StackFailure when it was closed before */
    synchronized <T extends AutoCloseable> T open(Supplier<T> opening) {
        if (closed) {
            throw new StackFailure("stopped while starting");
        }
        T opened = opening.get();
        open.push(opened);
        return opened;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            closeOne(open.pop());
        }
    }

    private static void closeOne(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception e) {
            System.err.println("While stopping: " + e);
        }
    }
}
