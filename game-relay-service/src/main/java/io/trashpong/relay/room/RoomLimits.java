package io.trashpong.relay.room;

/** Every bound of a room, named. Times in microseconds. */
public final class RoomLimits {
    static final long SECOND = 1_000_000;

    /** From both ready to the first serve. */
    public static final long COUNTDOWN = 3 * SECOND;
    /** From a goal's announcement to the next serve. */
    public static final long SERVE_PAUSE = 1_200_000;
    /** The first leg is sent this long before it flies. */
    public static final long SERVE_AHEAD = 500_000;
    /** From the end of a pause until play goes on. */
    public static final long RESUME_LEAD = 1_500_000;
    /** What a player may be away or pause in all, per match. */
    public static final long PAUSE_BUDGET = 30 * SECOND;
    /** A seat whose player is cut off while no match runs is kept so long; a room without anybody seated as well. */
    public static final long SEAT_KEPT = 60 * SECOND;
    /** Latency is told at most this often. */
    static final long DELAY_EVERY = SECOND;

    public static final int MAX_SPECTATORS = 64;
    static final int HISTORY_MESSAGES = 512;
    static final int HISTORY_BYTES = 128 * 1024;
    /** Chats and emotes: so many at once, refilled over {@link #TALK_WINDOW}. */
    static final int TALK_BURST = 5;

    static final long TALK_WINDOW = 5 * SECOND;
    /** Round trips kept to judge a line. */
    static final int ROUND_TRIPS = 32;

    private RoomLimits() {}
}
