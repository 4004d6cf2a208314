package io.trashpong.bus;

/**
 * Traffic that must arrive whole and in order between two replicas: numbered per (sender, receiver), a gap is seen within a
 * second and filled from the sender's bounded ring; what the ring no longer has is told as a {@link Listener#gap}.
 * Sending never blocks. It does not survive the sender.
 */
public interface OrderedTopic {
    /** @param payload up to {@link BusLimits#MAX_PAYLOAD} bytes; not to be changed afterwards */
    void send(ReplicaId to, byte[] payload);

    /** Told on the bus's event loop, one call at a time; must not block. */
    interface Listener {
        /** The next payload of {@code from}, after all it sent before. */
        void received(ReplicaId from, byte[] payload);

        /** Payloads of {@code from} are lost for good: whatever state was built from them must be asked for anew. */
        void gap(ReplicaId from);
    }
}
