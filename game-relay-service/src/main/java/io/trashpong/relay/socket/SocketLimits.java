package io.trashpong.relay.socket;

/** Every bound of a room's WebSocket, named; those in time are {@link SocketTimes}. */
public final class SocketLimits {
    /** Largest message a client may send; a larger one is answered with 1009. */
    public static final int MAX_MESSAGE_BYTES = 4_096;
    /** What Vert.x takes before it drops the connection by itself: above ours, so that we get to close it. */
    public static final int MAX_FRAME_BYTES = 2 * MAX_MESSAGE_BYTES;
    /** Open WebSockets of one replica. */
    public static final int MAX_CONNECTIONS = 20_000;

    static final int MESSAGES_PER_SECOND = 120;
    /** So many seconds' worth of messages may come at once. */
    static final int BURST_SECONDS = 2;

    static final int PING_BYTES = 8;
    /** A client that was told why its connection is closed has so long to read it. */
    static final int CLOSING_SECONDS = 2;

    /** What the kernel takes from one client while nobody reads: a flood ends at its sender. */
    static final int RECEIVE_BUFFER_BYTES = 32 * 1024;

    /** What the kernel holds for one client: left to itself it takes megabytes before a reader counts as slow. */
    static final int SEND_BUFFER_BYTES = 64 * 1024;
    /** With more than this waiting, only the newest paddle of each seat is kept. */
    static final long COALESCE_ABOVE_BYTES = 16 * 1024;
    /** With more than this waiting the reader is too slow. */
    static final long MAX_QUEUED_BYTES = 256 * 1024;

    private SocketLimits() {}
}
