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

/** Collects what a room wants done; numbers what becomes history; holds back what must be written first. */
final class Outlet {
    private record Pending(long revision, LongConsumer then) {}

    private final Roster roster;
    private final History history = new History();
    private final Deque<Pending> unwritten = new ArrayDeque<>();
    private List<RoomEffect> effects = new ArrayList<>();
    private long revision;

    Outlet(Roster roster, long revision) {
        this.roster = roster;
        this.revision = revision;
    }

    History history() {
        return history;
    }

    List<RoomEffect> take() {
        List<RoomEffect> taken = effects;
        effects = new ArrayList<>();
        return taken;
    }

    /** Numbers a message, keeps it, and sends it to everybody. */
    void announce(LongFunction<ServerMessage.Numbered> numbered) {
        Frame frame = Frame.of(numbered.apply(history.last() + 1));
        history.add(frame);
        deliver(roster.connections(), frame);
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
