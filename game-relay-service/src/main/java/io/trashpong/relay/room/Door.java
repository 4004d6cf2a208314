package io.trashpong.relay.room;

import io.trashpong.protocol.CloseCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets members in, and back in: by ticket, or by resume secret. */
final class Door {
    private final RoomId room;
    private final long since;
    private final long epoch;
    private final GameKind game;
    private final Roster roster;
    private final Outlet out;
    private final MatchKeeper matches;

    /** @param since the oldest epoch whose numbering of messages goes on in this one */
    Door(RoomId room, long since, long epoch, GameKind game, Roster roster, Outlet out, MatchKeeper matches) {
        this.room = room;
        this.since = since;
        this.epoch = epoch;
        this.game = game;
        this.roster = roster;
        this.out = out;
        this.matches = matches;
    }

    /** @return whether what the next owner needs to know has changed */
    boolean attach(RoomCommand.Attach attach, long now) {
        String hash = ResumeSecret.hash(attach.secret());
        Member member = roster.withSecret(hash);
        boolean known = member != null;
        RoomTicket ticket = attach.ticket();
        if (member != null && ticket != null && !isFor(ticket, member)) {
            out.close(List.of(attach.connection()), CloseCode.NOT_YOUR_ROOM);
            return false;
        }
        if (member == null && ticket != null) {
            member = ticket.seat() == null ? spectator(ticket, hash, now) : seated(ticket, ticket.seat(), hash, now);
            if (member == null) {
                out.close(List.of(attach.connection()), CloseCode.TRY_AGAIN_LATER);
                return false;
            }
        }
        if (member == null) {
            out.close(List.of(attach.connection()), CloseCode.TOKEN_BAD_OR_EXPIRED);
            return false;
        }
        welcome(member, attach, now);
        return !known;
    }

    private static boolean isFor(RoomTicket ticket, Member member) {
        return ticket.player().id().equals(member.player.id()) && Objects.equals(ticket.seat(), member.seat);
    }

    private @Nullable Member spectator(RoomTicket ticket, String hash, long now) {
        var spectator = new Member(ticket.player(), null, false, hash, now);
        return roster.watch(spectator) ? spectator : null;
    }

    /** The ticket is the lobby's word: somebody else in that seat has lost it, but not in the middle of a match. */
    private @Nullable Member seated(RoomTicket ticket, int seat, String hash, long now) {
        Member occupant = roster.seat(seat);
        if (occupant != null && occupant.player.id().equals(ticket.player().id())) {
            occupant.secretHash = hash;
            return occupant;
        }
        if (occupant != null) {
            if (matches.isRunning()) {
                return null;
            }
            List<ConnectionId> connections = occupant.connection == null ? List.of() : List.of(occupant.connection);
            roster.remove(occupant);
            out.close(connections, CloseCode.NOT_YOUR_ROOM);
        }
        var member = new Member(ticket.player(), seat, ticket.creator(), hash, now);
        roster.sit(seat, member);
        return member;
    }

    private void welcome(Member member, RoomCommand.Attach attach, long now) {
        ConnectionId connection = attach.connection();
        ConnectionId replaced = roster.connect(member, connection);
        if (replaced != null) {
            out.close(List.of(replaced), CloseCode.REPLACED);
        }
        member.hidden = false;
        member.line.clear();
        RoomCommand.Position seen = attach.seen();
        boolean recovered = seen != null
                && since <= seen.epoch()
                && seen.epoch() <= epoch
                && out.history().covers(seen.seq());
        long last = out.history().last();
        out.tell(
                List.of(connection),
                new ServerMessage.Welcome(
                        room,
                        new ServerMessage.You(member.player, member.seat),
                        epoch,
                        recovered && seen != null ? seen.seq() : last,
                        now,
                        recovered ? null : RoomViews.snapshot(game, roster, matches.stage(), now),
                        attach.secret(),
                        recovered));
        if (recovered && seen != null) {
            out.history().after(seen.seq()).forEach(frame -> out.deliver(List.of(connection), frame));
        }
    }
}
