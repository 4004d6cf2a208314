package io.trashpong.bus;

import java.time.Duration;

/** Every bound of the bus, named. */
public final class BusLimits {
    /** Postgres takes NOTIFY payloads of less than 8000 bytes of text. */
    public static final int MAX_NOTIFY_TEXT = 7_999;
    /** Largest payload a topic takes; it is cut into chunks where it does not fit one NOTIFY. */
    public static final int MAX_PAYLOAD = 64 * 1024;
    /** Longest name of a topic or of a consumer group, ASCII. */
    public static final int MAX_NAME = 48;
    /** Waiting volatile payloads, all receivers together. */
    public static final int MAX_VOLATILE_WAITING = 16_384;
    /** Bytes of waiting volatile payloads, all receivers together. */
    public static final int MAX_VOLATILE_BYTES = 8 << 20;
    /** Ordered bytes kept for replay, per receiver. */
    public static final int MAX_RING_BYTES = 1 << 20;
    /** Text in one notifying statement. */
    public static final int MAX_STATEMENT_TEXT = 1 << 20;
    /** Durable events in one batch. */
    public static final int MAX_BATCH = 100;
    /** Replicas remembered; those silent the longest are forgotten first. */
    public static final int MAX_PEERS = 1_024;
    /** Receivers a beat has numbers for. */
    public static final int MAX_BEAT_RECEIVERS = 512;
    /** Connections for consumers of durable topics and questions about locks, apart from the two dedicated ones. */
    public static final int MAX_POOL_CONNECTIONS = 4;

    /**
     * Between a notifying statement and the next. A commit wakes every listener and costs the same whatever it carries, so
     * under load few and full ones are wanted.
     */
    static final Duration REST = Duration.ofMillis(1);

    public static final Duration BEAT = Duration.ofSeconds(1);
    public static final Duration DEAF_AFTER = Duration.ofSeconds(3);
    public static final Duration DURABLE_POLL = Duration.ofSeconds(3);
    /** A receiver silent for so long loses what was kept for its replay. */
    public static final Duration RING_KEPT = Duration.ofSeconds(30);
    /** Between two requests for the same missing frames. */
    public static final Duration REPLAY_PATIENCE = Duration.ofMillis(500);
    /** Between two attempts at the session lock while the backend of the lost connection still holds it. */
    public static final Duration LOCK_RETRY = Duration.ofMillis(250);

    public static final Duration RECONNECT_FIRST = Duration.ofMillis(50);
    public static final Duration RECONNECT_MOST = Duration.ofSeconds(1);
    /** Pause after a consumer's handler failed; it doubles up to {@link #RETRY_MOST}. */
    public static final Duration RETRY_FIRST = Duration.ofMillis(100);

    public static final Duration RETRY_MOST = Duration.ofSeconds(30);
    /** Look again for events that are held back by an older transaction still open; it doubles up to {@link #DURABLE_POLL}. */
    public static final Duration HELD_BACK_FIRST = Duration.ofMillis(20);
    /** A batch that is not handled within this time counts as failed. */
    public static final Duration HANDLER_TIME = Duration.ofSeconds(10);
    /** A pooled connection from which nothing came for so long is closed: it may lead nowhere. */
    public static final Duration POOL_SILENT = Duration.ofSeconds(20);
    /** How often each replica removes old events; how old they get stands in the migration. */
    public static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

    /** How often a refused payload is worth a line in the log. */
    static final Duration REFUSALS_LOGGED_EVERY = Duration.ofMinutes(1);

    /** An encoded frame: the payload, its topic and number. */
    static final int MAX_FRAME = MAX_PAYLOAD + MAX_NAME + 16;
    /** NOTIFYs one frame may take. */
    static final int MAX_PIECES = 12;
    /** What a frame in a ring costs beside its payload. */
    static final int FRAME_OVERHEAD = 64;

    private BusLimits() {}
}
