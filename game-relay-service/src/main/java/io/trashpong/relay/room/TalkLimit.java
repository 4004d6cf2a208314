package io.trashpong.relay.room;

/** How often one member may chat or emote: a token bucket of {@link RoomLimits#TALK_BURST}. */
final class TalkLimit {
    private static final long REFILL = RoomLimits.TALK_WINDOW / RoomLimits.TALK_BURST;

    private long fullAt;

    long fullAt() {
        return fullAt;
    }

    void goOn(long from) {
        fullAt = from;
    }

    /** @return whether one more is allowed now; if so it is counted */
    boolean take(long now) {
        long from = Math.max(fullAt, now);
        if (from + REFILL > now + RoomLimits.TALK_WINDOW) {
            return false;
        }
        fullAt = from + REFILL;
        return true;
    }
}
