package io.trashpong.harness.load;

/** Follows a run through its states. */
@FunctionalInterface
interface Timeline {
    /** The state begins; returns when the next may. */
    void enter(String state) throws InterruptedException;
}
