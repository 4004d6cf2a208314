package io.trashpong.relay.link;

import io.trashpong.protocol.BinaryFrame;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.protocol.TextFrame;
import io.trashpong.relay.room.Frame;
import io.trashpong.relay.room.RoomCommand.Position;
import java.nio.charset.StandardCharsets;
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
    record Say(RoomId room, long epoch, long number, boolean text, byte[] payload) implements ToOwner {
        public static Say of(RoomId room, long epoch, long number, ClientMessage message) {
            return switch (message) {
                case ClientMessage.Seldom seldom ->
                    new Say(room, epoch, number, true, TextFrame.encode(seldom).getBytes(StandardCharsets.UTF_8));
                case ClientMessage.Frequent frequent ->
                    new Say(room, epoch, number, false, BinaryFrame.encode(frequent));
            };
        }
    }

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

    /**
     * To the edges, from a room's new owner: it goes on there, and these of the edge's members are known there as well.
     *
     * @param origin when room time was 0, in microseconds of Unix time
     * @param seq where the room's history stands
     */
    record Repointed(RoomId room, long epoch, long origin, long seq, List<Long> numbers) implements ToEdge {
        public Repointed {
            numbers = List.copyOf(numbers);
        }
    }

    /** To the replica that the room was handed over to: take it up. */
    record HandedOver(RoomId room, long epoch) implements LinkMessage {}

    /** From the owner before: what an edge still said to it. {@code epoch} is the new owner's, in the message too. */
    record PassedOn(RoomId room, String edge, ToOwner message) implements LinkMessage {}

    /** To the owner: the lobby deleted the room. */
    record Deleted(RoomId room) implements LinkMessage {}

    /** To the owner: the lobby says that the player gave up the seat. */
    record SeatGivenUp(RoomId room, int seat, PlayerId player) implements LinkMessage {}
}
