package io.trashpong.relay.room;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/**
 * One room, live: its single writer. Commands in, effects out, one at a time, on one thread. It sleeps until the next
 * command or {@link #nextWake()}. All times are room time in microseconds.
 */
public final class RoomSession {
    private final long since;
    private final Roster roster = new Roster();
    private final Outlet out;
    private final Course course;
    private final MatchKeeper matches;
    private final Door door;
    private final Talk talk;
    private final Introduction introduction;
    private final SeatNews seats;
    private final Stands stands;
    private long desertedSince;
    private boolean over;

    /**
     * @param epoch of the ownership under which everything here is written
     * @param origin when room time was 0, in microseconds of Unix time
     * @param state as the row has it, with the number of its last write
     * @param stun URLs of servers that players' browsers may ask for their addresses
     * @param now room time of this ownership's beginning
     */
    public RoomSession(
            RoomId room,
            long epoch,
            long origin,
            RoomRecord state,
            long revision,
            Dice dice,
            List<String> stun,
            long now) {
        this(room, epoch, epoch, origin, state.game(), revision, dice, stun, now, now);
        roster.restore(state, now);
        RoomRecord.MatchRecord match = state.match();
        if (match != null) {
            matches.restore(match, state.seats(), now);
        }
        stands.restored();
        seats.note(matches.stage());
    }

    /** Goes on with a room that the owner before has handed over. */
    public RoomSession(
            RoomId room,
            long epoch,
            long origin,
            GameKind game,
            long revision,
            LiveRoom live,
            Dice dice,
            List<String> stun) {
        this(room, live.since(), epoch, origin, game, revision, dice, stun, live.desertedSince(), live.now());
        roster.goOn(live.members());
        matches.goOn(LiveStages.stage(live.stage()));
        var newest = live.history().stream().map(LiveRoom.Kept::frame).toList();
        out.history().goOn(newest, live.lastSeq());
        LiveRoom.LiveStands late = live.stands();
        if (late != null) {
            stands.goOn(late);
        }
        seats.note(matches.stage());
    }

    private RoomSession(
            RoomId room,
            long since,
            long epoch,
            long origin,
            GameKind game,
            long revision,
            Dice dice,
            List<String> stun,
            long desertedSince,
            long now) {
        this.since = since;
        this.desertedSince = desertedSince;
        out = new Outlet(roster, revision);
        course = new Course(room, game, origin, roster, out);
        matches = new MatchKeeper(course, dice, roster, out);
        stands = new Stands(course, roster, out, now);
        door = new Door(room, since, epoch, game, roster, out, matches, stands);
        talk = new Talk(out, stands);
        introduction = new Introduction(roster, out, stun);
        seats = new SeatNews(roster, out);
    }

    /** The room as its next owner needs it to go on; empty while something is being written, or the room is over. */
    public Optional<LiveRoom> live(long now) {
        if (over || !out.isWritten()) {
            return Optional.empty();
        }
        var history = out.history().all().stream().map(LiveRoom.Kept::of).toList();
        long last = out.history().last();
        return LiveStages.of(matches.stage())
                .map(stage ->
                        new LiveRoom(since, now, desertedSince, roster.live(), stage, last, history, stands.live()));
    }

    /** @param now room time; never less than that of the command before */
    public List<RoomEffect> handle(RoomCommand command, long now) {
        if (over && !(command instanceof RoomCommand.Written)) {
            return List.of();
        }
        out.at(now);
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
            case RoomCommand.Delete _ -> end(now);
        }
        if (!over) {
            settle(now);
        }
        return out.take();
    }

    /** When to wake the room if nothing happens before; empty while there is nothing to wait for. */
    public OptionalLong nextWake() {
        long next = over ? Long.MAX_VALUE : Math.min(nextDecision(), stands.nextWake());
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /** When time alone will change the room: a verdict, a serve, the end of a pause; {@link Long#MAX_VALUE} for never. */
    public long nextDecision() {
        if (over) {
            return Long.MAX_VALUE;
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
        return next;
    }

    /** The number of the newest message. */
    public long lastSeq() {
        return out.history().last();
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

    private void said(Member member, ConnectionId connection, ClientMessage message, long now) {
        switch (message) {
            case ClientMessage.Chat chat -> talk.chat(member, connection, chat, now);
            case ClientMessage.Emote emote -> talk.emote(member, connection, emote, now);
            case ClientMessage.Peer(boolean on) -> introduction.agree(member, connection, on, now);
            case ClientMessage.Signal signal -> introduction.pass(member, connection, signal, now);
            case ClientMessage.Leave _ -> leave(member, now);
            case ClientMessage.Hidden(boolean hidden) -> member.hidden = hidden;
            case ClientMessage.Hello _ -> out.refuse(connection, ErrorCode.NOT_NOW, "hello was said already");
            case ClientMessage.Ready _ ->
                want(member, connection, matches.stage() instanceof Stage.Waiting, _ -> member.ready = true);
            case ClientMessage.Pause(boolean on) ->
                want(member, connection, matches.stage() instanceof Stage.Running, _ -> member.asksPause = on);
            case ClientMessage.Resign _ ->
                want(
                        member,
                        connection,
                        matches.stage() instanceof Stage.Running,
                        seat -> matches.forfeit(seat, MatchResult.Ending.RESIGNED, now));
            case ClientMessage.Rematch _ ->
                want(member, connection, matches.stage() instanceof Stage.Finished, seat -> askRematch(member, seat));
            case ClientMessage.Move move ->
                want(member, connection, true, seat -> matches.move(member, seat, move, now));
            case ClientMessage.Ping _ -> {}
        }
    }

    private void want(Member member, ConnectionId connection, boolean inTime, IntConsumer ofSeat) {
        if (member.seat == null) {
            out.refuse(connection, ErrorCode.NOT_SEATED, "only players may do this");
        } else if (inTime) {
            ofSeat.accept(member.seat);
        } else {
            out.refuse(connection, ErrorCode.NOT_NOW, "not at this point of the room");
        }
    }

    private void askRematch(Member member, int seat) {
        if (!member.wantsRematch) {
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
            out.show(null, new ServerMessage.Delay(member.seat, member.line.lastThree()));
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
            seats.tell(matches.stage());
            stands.settle(now);
        }
    }

    private void leave(Member member, long now) {
        Integer seat = member.seat;
        if (seat == null) {
            dismiss(member, CloseCode.NORMAL);
            stands.changed();
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
        course.write(
                List.of(new RelayEvent.SeatLeft(course.room, seat, member.player.id(), course.instant(now))), _ -> {});
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
        course.writeLast(List.of(new RelayEvent.RoomClosed(course.room)), this::end);
    }

    private void end(long now) {
        over = true;
        stands.showAll(now);
        out.close(roster.connections(), CloseCode.ROOM_GONE);
        out.stop();
    }

    private void save() {
        course.write(List.of(), _ -> {});
    }
}
