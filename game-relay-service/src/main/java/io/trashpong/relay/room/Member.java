package io.trashpong.relay.room;

import io.trashpong.protocol.Player;
import io.trashpong.protocol.SeatState;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Somebody in a room, connected or expected back. Changed by its room only. */
final class Member {
    final Player player;
    /** 0 left, 1 right, null for a spectator. */
    final @Nullable Integer seat;

    final boolean creator;
    final RateLimit talk = new RateLimit(RoomLimits.TALK_BURST);
    final RateLimit signals = new RateLimit(RoomLimits.SIGNAL_BURST);
    final RoundTrips line = new RoundTrips();

    String secretHash;

    @Nullable
    ConnectionId connection;

    /** Connections of his that a newer one has replaced, the newest last; they never win again. */
    private final Deque<ConnectionId> replaced = new ArrayDeque<>();

    boolean hidden;
    boolean ready;
    boolean wantsRematch;
    boolean asksPause;
    /** To a direct line between the two players' browsers. */
    boolean agreesToPeer;
    /** Room time at which the connection was lost; of no meaning while there is one. */
    long goneSince;

    long delayToldAt = Long.MIN_VALUE;

    Member(Player player, @Nullable Integer seat, boolean creator, String secretHash, long now) {
        this.player = player;
        this.seat = seat;
        this.creator = creator;
        this.secretHash = secretHash;
        this.goneSince = now;
    }

    static Member of(LiveRoom.LiveMember live) {
        var member = new Member(live.player(), live.seat(), live.creator(), live.secretHash(), live.goneSince());
        member.hidden = live.hidden();
        member.ready = live.ready();
        member.wantsRematch = live.wantsRematch();
        member.asksPause = live.asksPause();
        member.agreesToPeer = live.agreesToPeer();
        member.talk.goOn(live.talkFullAt());
        live.line().reversed().forEach(member.line::add);
        return member;
    }

    LiveRoom.LiveMember live() {
        return new LiveRoom.LiveMember(
                player,
                seat,
                creator,
                secretHash,
                connection,
                hidden,
                ready,
                wantsRematch,
                asksPause,
                goneSince,
                talk.fullAt(),
                line.all(),
                agreesToPeer);
    }

    void replaced(ConnectionId before) {
        replaced.addLast(before);
        if (replaced.size() > RoomLimits.REPLACED_KEPT) {
            replaced.removeFirst();
        }
    }

    boolean wasReplaced(ConnectionId other) {
        return replaced.contains(other);
    }

    /** Connected and looking. */
    boolean isHere() {
        return connection != null && !hidden;
    }

    SeatState.Presence presence() {
        return isHere() ? SeatState.Presence.HERE : SeatState.Presence.AWAY;
    }
}
