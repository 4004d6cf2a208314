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
    private final Stands stands;

    /** @param since the oldest epoch whose numbering of messages goes on in this one */
    Door(
            RoomId room,
            long since,
            long epoch,
            GameKind game,
            Roster roster,
            Outlet out,
            MatchKeeper matches,
            Stands stands) {
        this.room = room;
        this.since = since;
        this.epoch = epoch;
        this.game = game;
        this.roster = roster;
        this.out = out;
        this.matches = matches;
        this.stands = stands;
    }

    /** @return whether what the next owner needs to know has changed, and is to be written at once */
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
            Integer seat = ticket.seat();
            member = seat == null ? spectator(ticket, hash, now) : seated(ticket, seat, hash, now);
            if (member == null) {
                var full = seat == null ? CloseCode.STANDS_FULL : CloseCode.TRY_AGAIN_LATER;
                out.close(List.of(attach.connection()), full);
                return false;
            }
        }
        if (member == null) {
            out.close(List.of(attach.connection()), CloseCode.TOKEN_BAD_OR_EXPIRED);
            return false;
        }
        if (member.wasReplaced(attach.connection())) {
            // Its edge attaches it anew because the room has a new owner; its client has come by another way meanwhile.
            out.close(List.of(attach.connection()), CloseCode.REPLACED);
            return false;
        }
        welcome(member, attach, now);
        return !known && member.seat != null;
    }

    private static boolean isFor(RoomTicket ticket, Member member) {
        return ticket.player().id().equals(member.player.id()) && Objects.equals(ticket.seat(), member.seat);
    }

    /** One place for each: who comes again by a new ticket has lost the secret of the one he had. */
    private @Nullable Member spectator(RoomTicket ticket, String hash, long now) {
        stands.changed();
        Member before = roster.spectator(ticket.player().id());
        if (before != null) {
            before.secretHash = hash;
            return before;
        }
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
        Member watched = roster.spectator(ticket.player().id());
        if (watched != null) {
            List<ConnectionId> connections = watched.connection == null ? List.of() : List.of(watched.connection);
            roster.remove(watched);
            out.close(connections, CloseCode.REPLACED);
        }
        var member = new Member(ticket.player(), seat, ticket.creator(), hash, now);
        roster.sit(seat, member);
        return member;
    }

    private void welcome(Member member, RoomCommand.Attach attach, long now) {
        ConnectionId connection = attach.connection();
        ConnectionId replaced = roster.connect(member, connection);
        if (replaced != null) {
            member.replaced(replaced);
            out.close(List.of(replaced), CloseCode.REPLACED);
        }
        member.hidden = false;
        member.line.clear();
        RoomCommand.Position seen = attach.seen();
        boolean recovered = seen != null
                && since <= seen.epoch()
                && seen.epoch() <= epoch
                && out.history().covers(seen.seq());
        if (member.seat != null) {
            out.tell(List.of(connection), welcome(member, attach.secret(), recovered ? seen : null, now));
            if (recovered && seen != null) {
                out.history().after(seen.seq()).forEach(frame -> out.deliver(List.of(connection), frame));
            }
        } else if (recovered && seen != null) {
            stands.comeBack(connection, seen.seq(), welcome(member, attach.secret(), seen, now));
        } else {
            stands.arrive(connection, welcome(member, attach.secret(), null, now), now);
        }
    }

    /** @param seen where he goes on; null to begin with a snapshot */
    private ServerMessage.Welcome welcome(Member member, String secret, RoomCommand.@Nullable Position seen, long now) {
        long late = member.seat == null ? RoomLimits.SPECTATOR_DELAY : 0;
        return new ServerMessage.Welcome(
                room,
                new ServerMessage.You(member.player, member.seat, late),
                epoch,
                seen == null ? out.history().last() : seen.seq(),
                now,
                seen == null ? RoomViews.snapshot(game, roster, matches.stage(), now) : null,
                secret,
                seen != null);
    }
}
