package io.trashpong.relay.room;

import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Collects what a room wants done; numbers what becomes history; holds back what must be written first, or shown later. */
final class Outlet {
    private record Pending(long revision, LongConsumer then) {}

    private final Roster roster;
    private final History history = new History();
    private final DelayLine late = new DelayLine();
    private final Deque<Pending> unwritten = new ArrayDeque<>();
    private List<RoomEffect> effects = new ArrayList<>();
    private long revision;
    private long now;

    Outlet(Roster roster, long revision) {
        this.roster = roster;
        this.revision = revision;
    }

    History history() {
        return history;
    }

    /** What spectators are still to be shown. */
    DelayLine late() {
        return late;
    }

    /** @param roomTime of all that comes until this is called again */
    void at(long roomTime) {
        now = roomTime;
    }

    List<RoomEffect> take() {
        List<RoomEffect> taken = effects;
        effects = new ArrayList<>();
        return taken;
    }

    /** Numbers a message, keeps it, and sends it to everybody: to spectators later. */
    void announce(LongFunction<ServerMessage.Numbered> numbered) {
        Frame frame = Frame.of(numbered.apply(history.last() + 1));
        history.add(frame);
        deliver(roster.seatedConnections(), frame);
        hold(frame);
    }

    /** Sends what is not kept to everybody but {@code except}: to spectators later. */
    void show(@Nullable Member except, ServerMessage message) {
        Frame frame = Frame.of(message);
        deliver(except == null ? roster.seatedConnections() : roster.seatedConnectionsExcept(except), frame);
        hold(frame);
    }

    private void hold(Frame frame) {
        if (roster.hasSpectators()) {
            late.hold(now, frame);
        }
    }

    void tell(List<ConnectionId> to, ServerMessage message) {
        deliver(to, Frame.of(message));
    }

    void deliver(List<ConnectionId> to, Frame frame) {
        if (!to.isEmpty()) {
            effects.add(new RoomEffect.Deliver(to, frame));
        }
    }

    void refuse(ConnectionId to, ErrorCode code, String message) {
        tell(List.of(to), new ServerMessage.Refused(code, code.temporary(), message));
    }

    void close(List<ConnectionId> connections, CloseCode code) {
        if (!connections.isEmpty()) {
            effects.add(new RoomEffect.Close(connections, code));
        }
    }

    /** @param then told the room time once this is committed */
    void write(RoomRecord state, List<RelayEvent> events, boolean closes, LongConsumer then) {
        revision++;
        unwritten.addLast(new Pending(revision, then));
        effects.add(new RoomEffect.Write(new RoomWrite(revision, state, events, closes)));
    }

    /** Does what waited for the writes up to that revision. */
    void written(long upTo, long now) {
        while (!unwritten.isEmpty() && unwritten.getFirst().revision() <= upTo) {
            unwritten.removeFirst().then().accept(now);
        }
    }

    boolean isWritten() {
        return unwritten.isEmpty();
    }

    void stop() {
        effects.add(new RoomEffect.Stop());
    }
}
