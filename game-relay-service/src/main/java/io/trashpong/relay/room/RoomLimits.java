package io.trashpong.relay.room;

import io.trashpong.protocol.RoomTicket;

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
    /** What is left of it at least when the owner died. */
    public static final long TAKE_OVER_BUDGET = 10 * SECOND;
    /** A seat whose player is cut off while no match runs is kept so long; a room without anybody seated as well. */
    public static final long SEAT_KEPT = 60 * SECOND;
    /** Latency is told at most this often. */
    static final long DELAY_EVERY = SECOND;

    public static final int MAX_SPECTATORS = RoomTicket.MAX_SPECTATORS;
    /** Spectators are shown all of the room so much later: none of them can tell a player what is coming. */
    public static final long SPECTATOR_DELAY = 2 * SECOND;
    /** What is due for spectators goes out together, once in so long. */
    static final long SPECTATOR_TICK = 50_000;
    /** What is held back for spectators: several times what two clients at their limits can cause. */
    static final int MAX_HELD = 4_096;
    /** How many watch is told at most this often in the room, and to the lobby. */
    static final long COUNT_EVERY = SECOND;

    static final long COUNT_WRITTEN_EVERY = 3 * SECOND;
    /** Replaced connections that a member is remembered by, to know one that comes late. */
    static final int REPLACED_KEPT = 8;

    static final int HISTORY_MESSAGES = 512;
    static final int HISTORY_BYTES = 128 * 1024;
    /** Chats and emotes: so many at once, refilled over {@link #RATE_WINDOW}. */
    static final int TALK_BURST = 5;
    /** The same for the emotes of all spectators together. */
    static final int STANDS_TALK_BURST = 20;

    /** What browsers tell each other to open a direct line: so many at once. */
    static final int SIGNAL_BURST = 40;

    static final long RATE_WINDOW = 5 * SECOND;
    /** Round trips kept to judge a line. */
    static final int ROUND_TRIPS = 32;

    private RoomLimits() {}
}
