package io.trashpong.harness.line;

/** Open or shut; who comes while it is shut waits. */
final class Gate {
    private boolean shut;

    synchronized void set(boolean open) {
        shut = !open;
        notifyAll();
    }

    synchronized void pass() throws InterruptedException {
        while (shut) {
            wait();
        }
    }
}
