package io.trashpong.relay.room;

import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The spectators: what they are shown, and when. All of the room, a new one's first picture too, reaches them late; how
 * many they are is told at once.
 */
final class Stands {
    private static final int UNKNOWN = -1;

    private final Course course;
    private final Roster roster;
    private final Outlet out;
    /** Who has his first picture. */
    private final Set<ConnectionId> watching = new LinkedHashSet<>();

    private int told;
    private long toldAt = -RoomLimits.COUNT_EVERY;
    private int written;
    private long writtenAt;
    private boolean changed;
    private long sweptAt;

    /** @param now when this ownership began */
    Stands(Course course, Roster roster, Outlet out, long now) {
        this.course = course;
        this.roster = roster;
        this.out = out;
        writtenAt = now;
        sweptAt = now;
    }

    /** The row's spectators have to come back: until they do the lobby's count is wrong, and is told anew. */
    void restored() {
        changed = roster.hasSpectators();
        written = changed ? UNKNOWN : 0;
    }

    /** Goes on where the owner before stood; who waits for his first picture waits anew, when he attaches. */
    void goOn(LiveRoom.LiveStands live) {
        out.late().goOn(live.held());
        watching.addAll(live.watching());
        told = live.told();
        written = live.written();
        changed = told != written;
    }

    LiveRoom.LiveStands live() {
        return new LiveRoom.LiveStands(out.late().live(), List.copyOf(watching), told, written);
    }

    /** Somebody came or went for good: the row is written before long. */
    void changed() {
        changed = true;
    }

    /** @param welcome to who missed something, which he is told now: as much of it as spectators were shown */
    void comeBack(ConnectionId connection, long seen, ServerMessage.Welcome welcome) {
        out.tell(List.of(connection), welcome);
        long shown = out.late().shownUpTo(out.history().last());
        out.history().after(seen).stream()
                .filter(frame -> frame.seq() <= shown)
                .forEach(frame -> out.deliver(List.of(connection), frame));
        boolean _ = watching.add(connection);
        out.tell(List.of(connection), new ServerMessage.Spectators(count()));
    }

    /** @param welcome with the room as it is now, which he is shown late */
    void arrive(ConnectionId connection, ServerMessage.Welcome welcome, long now) {
        boolean _ = watching.remove(connection);
        out.late().arrive(now, connection, welcome);
    }

    /** Who may be told at once what is not of the game: the players, and who has his first picture. */
    List<ConnectionId> audience() {
        boolean _ = watching.removeIf(connection -> roster.of(connection) == null);
        var audience = new ArrayList<>(roster.seatedConnections());
        audience.addAll(watching);
        return audience;
    }

    /** Shows what is due, and tells how many watch. */
    void settle(long now) {
        if (out.late().isOverfull()) {
            out.late().clear();
            out.close(List.copyOf(watching), CloseCode.TRY_AGAIN_LATER);
        }
        show(out.late().due(now), now);
        if (count() < roster.spectators().size() && now >= sweptAt + RoomLimits.SEAT_KEPT) {
            sweptAt = now;
            changed |= roster.forgetSpectatorsGoneSince(now - RoomLimits.SEAT_KEPT);
        }
        count(now);
    }

    /** The room is over, and nobody is left to be told what is coming. */
    void showAll(long now) {
        show(out.late().all(), now);
    }

    long nextWake() {
        long next = out.late().nextDue().orElse(Long.MAX_VALUE);
        if (count() != told) {
            next = Math.min(next, toldAt + RoomLimits.COUNT_EVERY);
        }
        if (count() < roster.spectators().size()) {
            next = Math.min(next, sweptAt + RoomLimits.SEAT_KEPT);
        }
        if (isToBeWritten()) {
            next = Math.min(next, writtenAt + RoomLimits.COUNT_WRITTEN_EVERY);
        }
        return next;
    }

    private void show(List<DelayLine.Held> due, long now) {
        if (due.isEmpty()) {
            return;
        }
        boolean _ = watching.removeIf(connection -> roster.of(connection) == null);
        for (DelayLine.Held each : due) {
            switch (each) {
                case DelayLine.Held.Shown(long _, Frame frame) -> out.deliver(List.copyOf(watching), frame);
                case DelayLine.Held.Arrival(long _, ConnectionId connection, var welcome) ->
                    welcome(connection, welcome, now);
            }
        }
    }

    private void welcome(ConnectionId connection, ServerMessage.Welcome picture, long now) {
        if (roster.of(connection) != null) {
            var welcome = new ServerMessage.Welcome(
                    picture.room(),
                    picture.you(),
                    picture.epoch(),
                    picture.seq(),
                    now,
                    picture.snapshot(),
                    picture.resumeSecret(),
                    picture.recovered());
            out.tell(List.of(connection), welcome);
            out.tell(List.of(connection), new ServerMessage.Spectators(count()));
            boolean _ = watching.add(connection);
        }
    }

    private void count(long now) {
        int count = count();
        if (count != told && now >= toldAt + RoomLimits.COUNT_EVERY) {
            told = count;
            toldAt = now;
            out.tell(audience(), new ServerMessage.Spectators(count));
        }
        if (isToBeWritten() && now >= writtenAt + RoomLimits.COUNT_WRITTEN_EVERY) {
            List<RelayEvent> news =
                    count == written ? List.of() : List.of(new RelayEvent.SpectatorsChanged(course.room, count));
            written = count;
            writtenAt = now;
            changed = false;
            course.write(news, _ -> {});
        }
    }

    private boolean isToBeWritten() {
        return changed || count() != written;
    }

    private int count() {
        return roster.spectatorsConnected();
    }
}
