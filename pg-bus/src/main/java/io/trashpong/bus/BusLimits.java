package io.trashpong.bus;

import java.time.Duration;

/** Every bound of the bus, named. */
public final class BusLimits {
    /** Postgres takes NOTIFY payloads of less than 8000 bytes of text. */
    public static final int MAX_NOTIFY_TEXT = 7_999;
    /** Largest payload a topic takes; it is cut into chunks where it does not fit one NOTIFY. */
    public static final int MAX_PAYLOAD = 64 * 1024;
    /** Waiting volatile payloads, all receivers together. */
    public static final int MAX_VOLATILE_WAITING = 16_384;
    /** Ordered bytes kept for replay, per receiver. */
    public static final int MAX_RING_BYTES = 1 << 20;
    /** Text in one notifying statement. */
    public static final int MAX_STATEMENT_TEXT = 1 << 20;
    /** Durable events in one batch. */
    public static final int MAX_BATCH = 100;

    public static final Duration BEAT = Duration.ofSeconds(1);
    public static final Duration DEAF_AFTER = Duration.ofSeconds(3);
    public static final Duration DURABLE_POLL = Duration.ofSeconds(3);

    private BusLimits() {}
}
