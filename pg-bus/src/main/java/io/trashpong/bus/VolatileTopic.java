package io.trashpong.bus;

/**
 * Traffic of which only the newest matters: paddle positions, presence, doorbells. A payload may be lost, or be overtaken
 * by a newer one with the same key while it waits; it is never doubled. Sending never blocks and never fails: past the
 * queue's bound the oldest is dropped and counted.
 */
public interface VolatileTopic {
    /**
     * To one replica.
     *
     * @param key payloads of this topic to this replica with an equal key replace each other while they wait
     * @param payload up to {@link BusLimits#MAX_PAYLOAD} bytes; not to be changed afterwards
     */
    void send(ReplicaId to, String key, byte[] payload);

    /** To every replica that listens, except this one. */
    void broadcast(String key, byte[] payload);

    /** Told on the bus's event loop; must not block. */
    @FunctionalInterface
    interface Listener {
        void received(ReplicaId from, byte[] payload);
    }
}
