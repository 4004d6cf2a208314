package io.trashpong.relay.room;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomTicket;
import org.jspecify.annotations.Nullable;

/** All that can happen to a room. */
public sealed interface RoomCommand {

    /**
     * A client said hello.
     *
     * @param ticket as its edge verified it; null when the client resumes by its secret alone
     * @param secret the client's resume secret: the one it came with, or a fresh one of its edge
     * @param seen where the client stood; null when it is new
     */
    record Attach(
            ConnectionId connection,
            @Nullable RoomTicket ticket,
            String secret,
            @Nullable Position seen) implements RoomCommand {}

    /** The connection is gone. */
    record Detach(ConnectionId connection) implements RoomCommand {}

    /** A client sent something; {@code hello} and {@code ping} its edge deals with itself. */
    record Say(ConnectionId connection, ClientMessage message) implements RoomCommand {}

    /** @param roundTrip microseconds between the client and the owner, there and back */
    record Measure(ConnectionId connection, long roundTrip) implements RoomCommand {}

    /** The time of {@link RoomSession#nextWake()} has come; too early or too often does no harm. */
    record Wake() implements RoomCommand {}

    /** The write of that revision is committed. Told in the order of the writes. */
    record Written(long revision) implements RoomCommand {}

    /** The lobby says that this player gave up this seat. */
    record GiveUpSeat(int seat, PlayerId player) implements RoomCommand {}

    /** The lobby deleted the room; its row is closed already. */
    record Delete() implements RoomCommand {}

    /** A place in a room's history: {@code seq} of {@code epoch} was the last message seen. */
    record Position(long epoch, long seq) {}
}
