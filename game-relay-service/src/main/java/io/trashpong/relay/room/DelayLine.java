package io.trashpong.relay.room;

import io.trashpong.protocol.ServerMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a room holds back for its spectators, in the order in which it happened: each thing comes out {@link
 * RoomLimits#SPECTATOR_DELAY} after it went in, together with what is due in the same {@link RoomLimits#SPECTATOR_TICK}.
 */
final class DelayLine {
    private final Deque<Held> held = new ArrayDeque<>();

    sealed interface Held {
        /** Room time at which it happened. */
        long at();

        record Shown(long at, Frame frame) implements Held {}

        /**
         * Somebody came to watch: he is shown the room as it was then.
         *
         * @param welcome with the room as it was when he came
         */
        record Arrival(long at, ConnectionId connection, ServerMessage.Welcome welcome) implements Held {}
    }

    void hold(long now, Frame frame) {
        held.addLast(new Held.Shown(now, frame instanceof Frame.Volatile paddle ? paddle.late() : frame));
    }

    /** Whoever was on his way in by that connection begins anew. */
    void arrive(long now, ConnectionId connection, ServerMessage.Welcome welcome) {
        held.removeIf(each ->
                each instanceof Held.Arrival arrival && arrival.connection().equals(connection));
        held.addLast(new Held.Arrival(now, connection, welcome));
    }

    boolean isOverfull() {
        return held.size() > RoomLimits.MAX_HELD;
    }

    void clear() {
        held.clear();
    }

    /** Takes out what is due; of a seat's paddles the newest only. */
    List<Held> due(long now) {
        var due = new ArrayList<Held>();
        for (Held next = held.peekFirst(); next != null && dueAt(next) <= now; next = held.peekFirst()) {
            due.add(held.removeFirst());
        }
        return withoutOlderPaddles(due);
    }

    /** Takes out everything. */
    List<Held> all() {
        return due(Long.MAX_VALUE);
    }

    OptionalLong nextDue() {
        Held next = held.peekFirst();
        return next == null ? OptionalLong.empty() : OptionalLong.of(dueAt(next));
    }

    /** @return the number up to which spectators have been shown everything, of a history that ends with {@code last} */
    long shownUpTo(long last) {
        for (Held each : held) {
            if (each instanceof Held.Shown(long _, Frame frame) && frame.seq() > 0) {
                return frame.seq() - 1;
            }
        }
        return last;
    }

    /** What is held but for arrivals, to be handed over. */
    List<LiveRoom.LiveShown> live() {
        var live = new ArrayList<LiveRoom.LiveShown>();
        for (Held each : withoutOlderPaddlesInATick()) {
            if (each instanceof Held.Shown(long at, Frame frame)) {
                live.add(LiveRoom.LiveShown.of(at, frame));
            }
        }
        return live;
    }

    void goOn(List<LiveRoom.LiveShown> live) {
        live.forEach(each -> held.addLast(new Held.Shown(each.at(), each.frame())));
    }

    private List<Held> withoutOlderPaddlesInATick() {
        var kept = new ArrayList<Held>();
        var tick = new ArrayList<Held>();
        for (Held each : held) {
            if (!tick.isEmpty() && dueAt(tick.getFirst()) != dueAt(each)) {
                kept.addAll(withoutOlderPaddles(tick));
                tick.clear();
            }
            tick.add(each);
        }
        kept.addAll(withoutOlderPaddles(tick));
        return kept;
    }

    private static List<Held> withoutOlderPaddles(List<Held> all) {
        var kept = new ArrayDeque<Held>();
        Set<Integer> shown = new HashSet<>();
        for (Held each : all.reversed()) {
            boolean isOlder = each instanceof Held.Shown(long _, Frame.Volatile paddle) && !shown.add(paddle.seat());
            if (!isOlder) {
                kept.addFirst(each);
            }
        }
        return List.copyOf(kept);
    }

    private static long dueAt(Held held) {
        return Math.ceilDiv(held.at() + RoomLimits.SPECTATOR_DELAY, RoomLimits.SPECTATOR_TICK)
                * RoomLimits.SPECTATOR_TICK;
    }
}
