package io.trashpong.bus;

import java.util.Map;

/** What replicas say to each other; {@link FrameCodec} has the bytes. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
sealed interface Frame {
    /** Of a {@link VolatileTopic}. */
    record Volatile(String topic, byte[] payload) implements Frame {}

    /** Of an {@link OrderedTopic}; numbers run from 1 per (sender, receiver), over all topics. */
    record Ordered(String topic, long number, byte[] payload) implements Frame {}

    /** The receiver misses ordered frames: send again from this number on. */
    record Ask(long from) implements Frame {}

    /** The sender's answer where its ring no longer has what was asked: it goes on with {@code next}. */
    record Skip(long next) implements Frame {}

    /** Once a second to all: the sender lives, and this is the last number it sent to each receiver. */
    record Beat(Map<ReplicaId, Long> sent) implements Frame {
        public Beat {
            sent = Map.copyOf(sent);
        }
    }

    /** Something was committed to this durable topic. */
    record Bell(String topic) implements Frame {}
}
