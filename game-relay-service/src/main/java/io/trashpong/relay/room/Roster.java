package io.trashpong.relay.room;

import io.trashpong.protocol.PlayerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is in a room: two seats, the spectators, and which connection is whose. */
final class Roster {
    private final @Nullable Member[] seats = new Member[2];
    private final List<Member> spectators = new ArrayList<>();
    private final Map<ConnectionId, Member> connected = new HashMap<>();

    @Nullable
    Member seat(int seat) {
        return seats[seat];
    }

    List<Member> seated() {
        var seated = new ArrayList<Member>(2);
        for (Member member : seats) {
            if (member != null) {
                seated.add(member);
            }
        }
        return seated;
    }

    List<Member> spectators() {
        return spectators;
    }

    boolean hasSpectators() {
        return !spectators.isEmpty();
    }

    /** Forgets who has been gone for so long. @return whether there was such a one */
    boolean forgetSpectatorsGoneSince(long time) {
        return spectators.removeIf(member -> member.connection == null && member.goneSince <= time);
    }

    @Nullable
    Member spectator(PlayerId player) {
        for (Member spectator : spectators) {
            if (spectator.player.id().equals(player)) {
                return spectator;
            }
        }
        return null;
    }

    boolean isFull() {
        return seats[0] != null && seats[1] != null;
    }

    void sit(int seat, Member member) {
        seats[seat] = member;
    }

    /** @return whether there was room, once spectators who are gone have made some */
    boolean watch(Member spectator) {
        if (spectators.size() >= RoomLimits.MAX_SPECTATORS) {
            spectators.removeIf(member -> member.connection == null);
        }
        return spectators.size() < RoomLimits.MAX_SPECTATORS && spectators.add(spectator);
    }

    /** Everybody as the row has them, nobody connected. */
    void restore(RoomRecord state, long now) {
        for (int number = 0; number < 2; number++) {
            RoomRecord.SeatRecord seat = state.seats().get(number);
            if (seat != null) {
                sit(number, new Member(seat.player(), number, seat.creator(), seat.secretHash(), now));
            }
        }
        for (RoomRecord.SpectatorRecord spectator : state.spectators()) {
            boolean _ = watch(new Member(spectator.player(), null, false, spectator.secretHash(), now));
        }
    }

    /** Everybody, connected or not, as he is handed over. */
    List<LiveRoom.LiveMember> live() {
        var live = new ArrayList<LiveRoom.LiveMember>();
        seated().forEach(member -> live.add(member.live()));
        spectators.forEach(member -> live.add(member.live()));
        return live;
    }

    void goOn(List<LiveRoom.LiveMember> live) {
        for (LiveRoom.LiveMember handed : live) {
            var member = Member.of(handed);
            if (member.seat == null) {
                boolean _ = spectators.add(member);
            } else {
                sit(member.seat, member);
            }
            if (handed.connection() != null) {
                ConnectionId _ = connect(member, handed.connection());
            }
        }
    }

    /** Forgets the member, its connection too. */
    void remove(Member member) {
        if (member.connection != null) {
            connected.remove(member.connection);
            member.connection = null;
        }
        if (member.seat == null) {
            spectators.remove(member);
        } else if (seats[member.seat] == member) {
            seats[member.seat] = null;
        }
    }

    @Nullable
    Member of(ConnectionId connection) {
        return connected.get(connection);
    }

    /** @return the connection that this one replaces */
    @Nullable
    ConnectionId connect(Member member, ConnectionId connection) {
        ConnectionId before = member.connection;
        if (before != null) {
            connected.remove(before);
        }
        member.connection = connection;
        connected.put(connection, member);
        return connection.equals(before) ? null : before;
    }

    void disconnect(Member member, long now) {
        if (member.connection != null) {
            connected.remove(member.connection);
            member.connection = null;
            member.goneSince = now;
        }
    }

    @Nullable
    Member withSecret(String hash) {
        for (Member member : seats) {
            if (member != null && member.secretHash.equals(hash)) {
                return member;
            }
        }
        for (Member spectator : spectators) {
            if (spectator.secretHash.equals(hash)) {
                return spectator;
            }
        }
        return null;
    }

    List<ConnectionId> connections() {
        return List.copyOf(connected.keySet());
    }

    List<ConnectionId> seatedConnections() {
        return seatedConnectionsExcept(null);
    }

    List<ConnectionId> seatedConnectionsExcept(@Nullable Member except) {
        var connections = new ArrayList<ConnectionId>(2);
        for (Member member : seats) {
            if (member != null && member != except && member.connection != null) {
                connections.add(member.connection);
            }
        }
        return connections;
    }

    int spectatorsConnected() {
        int count = 0;
        for (Member member : spectators) {
            count += member.connection == null ? 0 : 1;
        }
        return count;
    }

    boolean nobodySeatedIsConnected() {
        return seatedConnections().isEmpty();
    }
}
