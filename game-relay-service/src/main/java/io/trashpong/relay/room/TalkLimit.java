package io.trashpong.relay.room;

/** How often one member, or all spectators together, may chat or emote: a token bucket. */
final class TalkLimit {
    private final long refill;
    private long fullAt;

    /** @param burst so many at once, refilled over {@link RoomLimits#TALK_WINDOW} */
    TalkLimit(int burst) {
        refill = RoomLimits.TALK_WINDOW / burst;
    }

    long fullAt() {
        return fullAt;
    }

    void goOn(long from) {
        fullAt = from;
    }

    /** @return whether one more is allowed now; if so it is counted */
    boolean take(long now) {
        long from = Math.max(fullAt, now);
        if (from + refill > now + RoomLimits.TALK_WINDOW) {
            return false;
        }
        fullAt = from + refill;
        return true;
    }
}
