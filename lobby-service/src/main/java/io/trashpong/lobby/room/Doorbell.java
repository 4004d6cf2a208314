package io.trashpong.lobby.room;

/** Told after rooms changed; the feed of every replica then reads what is new. */
@FunctionalInterface
public interface Doorbell {
    /** Never blocks, never fails; call it after the commit. */
    void ring();
}
