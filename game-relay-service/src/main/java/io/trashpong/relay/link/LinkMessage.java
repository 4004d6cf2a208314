package io.trashpong.relay.link;

import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.relay.room.Frame;
import io.trashpong.relay.room.RoomCommand.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What edges and owners say to each other. {@code number} is a connection's number at its edge; {@code epoch} is that of
 * the ownership meant: whoever knows of a newer one passes the message over.
 */
public sealed interface LinkMessage {
    RoomId room();

    /** From an edge to an owner. */
    sealed interface ToOwner extends LinkMessage {
        long epoch();

        long number();
    }

    /** From an owner to an edge. */
    sealed interface ToEdge extends LinkMessage {
        long epoch();
    }

    /** As {@link io.trashpong.relay.room.RoomCommand.Attach}. */
    record Attach(
            RoomId room,
            long epoch,
            long number,
            @Nullable RoomTicket ticket,
            String secret,
            @Nullable Position seen) implements ToOwner {}

    record Detach(RoomId room, long epoch, long number) implements ToOwner {}

    /** @param text whether {@code payload} is a text frame */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and the hot path
    record Say(RoomId room, long epoch, long number, boolean text, byte[] payload) implements ToOwner {}

    /**
     * @param roundTrip between client and edge, microseconds
     * @param sentAt room time at the edge, microseconds
     */
    record Measure(RoomId room, long epoch, long number, long roundTrip, long sentAt) implements ToOwner {}

    /** One frame for all of these. */
    record Deliver(RoomId room, long epoch, List<Long> numbers, Frame frame) implements ToEdge {
        public Deliver {
            numbers = List.copyOf(numbers);
        }
    }

    record Close(RoomId room, long epoch, List<Long> numbers, int code) implements ToEdge {
        public Close {
            numbers = List.copyOf(numbers);
        }
    }

    /** The sender does not rule that epoch of the room, or has forgotten the edge's members: find the owner, attach again. */
    record AttachAgain(RoomId room, long epoch) implements ToEdge {}

    /** To the owner: the lobby deleted the room. */
    record Deleted(RoomId room) implements LinkMessage {}

    /** To the owner: the lobby says that the player gave up the seat. */
    record SeatGivenUp(RoomId room, int seat, PlayerId player) implements LinkMessage {}
}
