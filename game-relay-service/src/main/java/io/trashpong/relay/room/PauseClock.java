package io.trashpong.relay.room;

import io.trashpong.protocol.ServerMessage.PauseReason;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Both players' pause budgets in one match. Whoever holds the match pays for it, except while the other is away himself:
 * then nobody waits. Whoever held it last pays for the lead too in which play goes on again, so that no pause is free, and
 * a match has no more of them than budgets can pay.
 */
final class PauseClock {
    private final @Nullable PauseReason[] holds = new PauseReason[2];
    private final long[] left;
    /** Who paid until now. */
    private final boolean[] paying = new boolean[2];

    private long accountedUntil;

    PauseClock(long leftOfSeat0, long leftOfSeat1, long now) {
        left = new long[] {leftOfSeat0, leftOfSeat1};
        accountedUntil = now;
    }

    static PauseClock of(LiveRoom.LivePauses live) {
        var clock = new PauseClock(live.leftBudget(), live.rightBudget(), live.accountedUntil());
        clock.hold(0, live.leftHolds());
        clock.hold(1, live.rightHolds());
        return clock;
    }

    LiveRoom.LivePauses live() {
        return new LiveRoom.LivePauses(holds[0], holds[1], left[0], left[1], accountedUntil);
    }

    /** Charges what went by since the last call. */
    void advance(long now) {
        long passed = Math.max(0, now - accountedUntil);
        for (int seat = 0; seat < 2; seat++) {
            paying[seat] = isTicking(seat);
            if (paying[seat]) {
                left[seat] = Math.max(0, left[seat] - passed);
            }
        }
        accountedUntil = Math.max(accountedUntil, now);
    }

    /** Nobody holds the match any more: charges who did until now for the time until play goes on. */
    void chargeLead(long lead) {
        for (int seat = 0; seat < 2; seat++) {
            if (paying[seat]) {
                left[seat] = Math.max(0, left[seat] - lead);
            }
        }
    }

    /** @param reason why that seat holds the match; null when it does not */
    void hold(int seat, @Nullable PauseReason reason) {
        holds[seat] = reason;
    }

    boolean isHeld() {
        return holds[0] != null || holds[1] != null;
    }

    /** The seat to show as the one who is waited for; empty when the match is not held. */
    OptionalInt holder() {
        for (int seat = 0; seat < 2; seat++) {
            if (holds[seat] == PauseReason.AWAY) {
                return OptionalInt.of(seat);
            }
        }
        if (!isHeld()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(holds[0] != null ? 0 : 1);
    }

    @Nullable
    PauseReason reason(int seat) {
        return holds[seat];
    }

    long left(int seat) {
        return left[seat];
    }

    /** When that seat's budget ends if nothing changes; one that stands still is taken to begin now. */
    long until(int seat, long now) {
        return (isTicking(seat) ? accountedUntil : now) + left[seat];
    }

    boolean isTicking(int seat) {
        return holds[seat] != null && holds[1 - seat] != PauseReason.AWAY;
    }

    /** The seat whose budget is used up while it holds the match. */
    OptionalInt exhausted() {
        for (int seat = 0; seat < 2; seat++) {
            if (isTicking(seat) && left[seat] == 0) {
                return OptionalInt.of(seat);
            }
        }
        return OptionalInt.empty();
    }

    /** When the next budget runs out if nothing changes. */
    OptionalLong runsOutAt() {
        long first = Long.MAX_VALUE;
        for (int seat = 0; seat < 2; seat++) {
            if (isTicking(seat)) {
                first = Math.min(first, until(seat, accountedUntil));
            }
        }
        return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
    }
}
