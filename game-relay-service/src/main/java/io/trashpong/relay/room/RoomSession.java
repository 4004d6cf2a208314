package io.trashpong.relay.room;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.SeatState;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One room, live: its single writer. Commands in, effects out, one at a time, on one thread. It sleeps until the next
 * command or {@link #nextWake()}. All times are room time in microseconds.
 */
public final class RoomSession {
    private final RoomId room;
    private final RoomRecord opened;
    private final Roster roster = new Roster();
    private final Outlet out;
    private final MatchKeeper matches;
    private final Door door;
    private final Talk talk;
    private final @Nullable SeatState[] told = new SeatState[2];
    private long desertedSince;
    private boolean over;

    /**
     * @param epoch of the ownership under which everything here is written
     * @param origin when room time was 0, in microseconds of Unix time
     * @param state as the row has it, with the number of its last write
     * @param now room time of this ownership's beginning
     */
    public RoomSession(RoomId room, long epoch, long origin, RoomRecord state, long revision, Dice dice, long now) {
        this.room = room;
        this.opened = state;
        this.desertedSince = now;
        out = new Outlet(roster, revision);
        matches = new MatchKeeper(room, state.game(), origin, dice, roster, out);
        door = new Door(room, epoch, state.game(), roster, out, matches);
        talk = new Talk(roster, out);
        restore(state, now);
    }

    /** @param now room time; never less than that of the command before */
    public List<RoomEffect> handle(RoomCommand command, long now) {
        if (over && !(command instanceof RoomCommand.Written)) {
            return List.of();
        }
        switch (command) {
            case RoomCommand.Attach attach -> {
                if (door.attach(attach, now)) {
                    save();
                }
            }
            case RoomCommand.Detach(ConnectionId connection) -> detach(connection, now);
            case RoomCommand.Say(ConnectionId connection, ClientMessage message) -> {
                Member member = roster.of(connection);
                if (member != null) {
                    said(member, connection, message, now);
                }
            }
            case RoomCommand.Measure(ConnectionId connection, long roundTrip) -> measured(connection, roundTrip, now);
            case RoomCommand.Wake _ -> {}
            case RoomCommand.Written(long revision) -> out.written(revision, now);
            case RoomCommand.GiveUpSeat(int seat, PlayerId player) -> {
                Member member = roster.seat(seat);
                if (member != null && member.player.id().equals(player)) {
                    leave(member, now);
                }
            }
            case RoomCommand.Delete _ -> end(CloseCode.ROOM_GONE);
            case RoomCommand.LoseOwnership _ -> end(CloseCode.OWNERSHIP_MOVED);
        }
        if (!over) {
            settle(now);
        }
        return out.take();
    }

    /** When to wake the room if nothing happens before; empty while there is nothing to wait for. */
    public OptionalLong nextWake() {
        if (over) {
            return OptionalLong.empty();
        }
        long next = matches.nextWake().orElse(Long.MAX_VALUE);
        if (roster.nobodySeatedIsConnected()) {
            next = Math.min(next, desertedSince + RoomLimits.SEAT_KEPT);
        }
        if (!matches.isRunning()) {
            for (Member member : roster.seated()) {
                if (member.connection == null) {
                    next = Math.min(next, member.goneSince + RoomLimits.SEAT_KEPT);
                }
            }
        }
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
    }

    public List<ConnectionId> connections() {
        return roster.connections();
    }

    /** Connections held by that replica; it is gone, or what it sent was lost. */
    public List<ConnectionId> connectionsAt(String edge) {
        return roster.connections().stream()
                .filter(connection -> connection.edge().equals(edge))
                .toList();
    }

    private void restore(RoomRecord state, long now) {
        for (int number = 0; number < 2; number++) {
            RoomRecord.SeatRecord seat = state.seats().get(number);
            if (seat != null) {
                roster.sit(number, new Member(seat.player(), number, seat.creator(), seat.secretHash(), now));
            }
        }
        for (RoomRecord.WatcherRecord watcher : state.watchers()) {
            boolean _ = roster.watch(new Member(watcher.player(), null, false, watcher.secretHash(), now));
        }
        RoomRecord.MatchRecord match = state.match();
        if (match != null) {
            matches.restore(match, state.seats(), now);
        }
        for (int number = 0; number < 2; number++) {
            told[number] = RoomViews.seat(roster.seat(number), matches.stage());
        }
    }

    private void said(Member member, ConnectionId connection, ClientMessage message, long now) {
        switch (message) {
            case ClientMessage.Frequent frequent -> {
                if (member.seat == null) {
                    notSeated(connection);
                } else {
                    matches.move(member, member.seat, frequent, now);
                }
            }
            case ClientMessage.Chat chat -> talk.chat(member, connection, chat, now);
            case ClientMessage.Emote emote -> talk.emote(member, connection, emote, now);
            case ClientMessage.Leave _ -> leave(member, now);
            case ClientMessage.Hidden(boolean hidden) -> member.hidden = hidden;
            case ClientMessage.Hello _ -> out.refuse(connection, ErrorCode.NOT_NOW, "hello was said already");
            case ClientMessage.Ready _ ->
                want(member, connection, matches.stage() instanceof Stage.Waiting, () -> member.ready = true);
            case ClientMessage.Pause(boolean on) ->
                want(member, connection, matches.stage() instanceof Stage.Running, () -> member.asksPause = on);
            case ClientMessage.Rematch _ ->
                want(member, connection, matches.stage() instanceof Stage.Finished, () -> askRematch(member));
        }
    }

    private void want(Member member, ConnectionId connection, boolean inTime, Runnable action) {
        if (member.seat == null) {
            notSeated(connection);
        } else if (inTime) {
            action.run();
        } else {
            out.refuse(connection, ErrorCode.NOT_NOW, "not at this point of the room");
        }
    }

    private void notSeated(ConnectionId connection) {
        out.refuse(connection, ErrorCode.NOT_SEATED, "only players may do this");
    }

    private void askRematch(Member member) {
        Integer seat = member.seat;
        if (!member.wantsRematch && seat != null) {
            member.wantsRematch = true;
            out.announce(seq -> new ServerMessage.RematchAsked(seq, seat));
        }
    }

    private void measured(ConnectionId connection, long roundTrip, long now) {
        Member member = roster.of(connection);
        if (member == null || member.seat == null) {
            return;
        }
        member.line.add(roundTrip);
        matches.measured(member, member.seat);
        if (member.delayToldAt + RoomLimits.DELAY_EVERY <= now) {
            member.delayToldAt = now;
            out.tell(roster.seatedConnections(), new ServerMessage.Delay(member.seat, member.line.lastThree()));
        }
    }

    private void detach(ConnectionId connection, long now) {
        Member member = roster.of(connection);
        if (member == null) {
            return;
        }
        roster.disconnect(member, now);
        if (member.seat != null && roster.nobodySeatedIsConnected()) {
            desertedSince = now;
        }
    }

    private void settle(long now) {
        if (roster.nobodySeatedIsConnected() && now >= desertedSince + RoomLimits.SEAT_KEPT) {
            close();
            return;
        }
        matches.settle(now);
        if (!matches.isRunning()) {
            for (Member member : roster.seated()) {
                member.ready &= member.isHere();
                if (!over && member.connection == null && now >= member.goneSince + RoomLimits.SEAT_KEPT) {
                    leave(member, now);
                }
            }
        }
        if (!over) {
            tellSeats();
        }
    }

    /** Announces each seat that changed since it was last announced. */
    private void tellSeats() {
        for (int number = 0; number < 2; number++) {
            int seat = number;
            SeatState state = RoomViews.seat(roster.seat(seat), matches.stage());
            if (!isSame(told[seat], state)) {
                told[seat] = state;
                out.announce(seq -> new ServerMessage.SeatChanged(seq, seat, state));
            }
        }
    }

    private static boolean isSame(@Nullable SeatState before, @Nullable SeatState after) {
        if (before == null || after == null) {
            return before == null && after == null;
        }
        return before.player().equals(after.player())
                && before.presence() == after.presence()
                && before.ready() == after.ready();
    }

    private void leave(Member member, long now) {
        Integer seat = member.seat;
        if (seat == null) {
            dismiss(member, CloseCode.NORMAL);
            save();
            return;
        }
        matches.forfeit(seat, MatchResult.Ending.LEFT, now);
        if (member.creator) {
            dismiss(member, CloseCode.NORMAL);
            close();
            return;
        }
        dismiss(member, CloseCode.NORMAL);
        roster.seated().forEach(other -> other.ready = false);
        out.write(record(), List.of(new RelayEvent.SeatLeft(room, seat, member.player.id())), false, _ -> {});
    }

    private void dismiss(Member member, CloseCode code) {
        ConnectionId connection = member.connection;
        roster.remove(member);
        if (connection != null) {
            out.close(List.of(connection), code);
        }
    }

    /** The room is over: written first, then everybody in it is told. */
    private void close() {
        over = true;
        out.write(record(), List.of(new RelayEvent.RoomClosed(room)), true, _ -> end(CloseCode.ROOM_GONE));
    }

    private void end(CloseCode code) {
        over = true;
        out.close(roster.connections(), code);
        out.stop();
    }

    private void save() {
        out.write(record(), List.of(), false, _ -> {});
    }

    private RoomRecord record() {
        return RoomViews.record(opened.game(), roster, matches.stage());
    }
}
