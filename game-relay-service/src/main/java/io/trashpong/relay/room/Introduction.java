package io.trashpong.relay.room;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.ServerMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Introduces the two players' browsers to each other once both agree to a direct line: passes on what they need to open it,
 * and knows nothing of what goes over it.
 */
final class Introduction {
    private final Roster roster;
    private final Outlet out;
    private final List<String> stun;

    /** @param stun URLs of servers that tell a browser its address */
    Introduction(Roster roster, Outlet out, List<String> stun) {
        this.roster = roster;
        this.out = out;
        this.stun = List.copyOf(stun);
    }

    /** Said again by who agrees already, it begins anew: his page was loaded again, or the line was lost. */
    void agree(Member member, ConnectionId connection, boolean on, long now) {
        if (member.seat == null) {
            out.refuse(connection, ErrorCode.NOT_SEATED, "only players may do this");
        } else if (!member.signals.take(now)) {
            out.refuse(connection, ErrorCode.TOO_MANY_REQUESTS, "too many signals at once");
        } else {
            boolean did = bothAgree();
            member.agreesToPeer = on;
            if (bothAgree()) {
                out.tell(roster.seatedConnections(), new ServerMessage.Peer(true, stun));
            } else if (did) {
                out.tell(roster.seatedConnectionsExcept(member), new ServerMessage.Peer(false, List.of()));
            }
        }
    }

    void pass(Member member, ConnectionId connection, ClientMessage.Signal signal, long now) {
        String data = signal.data();
        Integer seat = member.seat;
        if (seat == null) {
            out.refuse(connection, ErrorCode.NOT_SEATED, "only players may do this");
        } else if (data.isBlank()
                || data.length() > ClientMessage.Signal.MAX_LENGTH
                || data.chars().anyMatch(Character::isISOControl)) {
            out.refuse(
                    connection, ErrorCode.MESSAGE_INVALID, "a signal has 1 to 3000 characters, none of them control");
        } else if (!bothAgree()) {
            out.refuse(connection, ErrorCode.NOT_NOW, "not both have agreed to a direct line");
        } else if (!member.signals.take(now)) {
            out.refuse(connection, ErrorCode.TOO_MANY_REQUESTS, "too many signals at once");
        } else {
            out.tell(roster.seatedConnectionsExcept(member), new ServerMessage.Signalled(seat, data));
        }
    }

    private boolean bothAgree() {
        return agrees(roster.seat(0)) && agrees(roster.seat(1));
    }

    private static boolean agrees(@Nullable Member member) {
        return member != null && member.agreesToPeer;
    }
}
