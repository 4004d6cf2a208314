package io.trashpong.relay.edge;

import io.trashpong.protocol.RoomTicket;
import io.trashpong.relay.room.RoomCommand.Position;
import org.jspecify.annotations.Nullable;

/** A client connected here. Changed on its room's loop only. */
final class EdgeMember {
    final long number;
    final @Nullable RoomTicket ticket;
    final String secret;
    final MemberChannel channel;

    @Nullable
    Position seen;

    EdgeMember(
            long number, @Nullable RoomTicket ticket, String secret, @Nullable Position seen, MemberChannel channel) {
        this.number = number;
        this.ticket = ticket;
        this.secret = secret;
        this.seen = seen;
        this.channel = channel;
    }

    /** Whether nothing up to there has passed him by. */
    boolean stands(long seq) {
        Position at = seen;
        return at != null ? at.seq() >= seq : seq == 0;
    }

    void sawUpTo(long epoch, long seq) {
        if (seq > 0) {
            seen = new Position(epoch, seq);
        }
    }
}
