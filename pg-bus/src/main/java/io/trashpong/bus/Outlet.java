package io.trashpong.bus;

/** A kind of traffic with frames that wait for the next notifying statement. */
interface Outlet {
    /** Moves as many waiting frames as there is room for. */
    void drainTo(NotifyBatch batch);

    /** The statement with the frames drained last is committed. */
    default void committed() {}

    /** The statement with the frames drained last may be committed or not. */
    default void uncertain() {}
}
