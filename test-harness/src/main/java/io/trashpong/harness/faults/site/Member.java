package io.trashpong.harness.faults.site;

import io.trashpong.harness.client.SeatGrant;
import io.trashpong.harness.client.User;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.feed.RoomView;
import java.io.IOException;
import java.net.URI;

/** Somebody in a private room, on a bare socket. */
public record Member(SeatGrant grant, BareSocket socket) implements AutoCloseable {

    /**
     * Alone in a room of his own.
     *
     * @param relay the relay's own address
     */
    public static Member enter(FaultSite site, URI relay, String name) throws IOException {
        try (User user = User.guest(site.url(), name)) {
            SeatGrant grant = user.createRoom(null, RoomView.Visibility.PRIVATE).orThrow();
            return new Member(grant, hello(relay, grant));
        }
    }

    /** In the free seat of that member's room. */
    public Member joinedBy(FaultSite site, URI relay, String name) throws IOException {
        try (User user = User.guest(site.url(), name)) {
            SeatGrant seat =
                    user.takeSeat(grant.room().id(), grant.room().code()).orThrow();
            return new Member(seat, hello(relay, seat));
        }
    }

    /** In with a seat's ticket, said hello; the welcome is still to be read. */
    public static BareSocket hello(URI relay, SeatGrant grant) throws IOException {
        BareSocket socket = BareSocket.open(relay, grant.relay(), grant.ticket());
        if (socket.status() != 101) {
            socket.close();
            throw new IOException("refused with " + socket.status());
        }
        socket.send(new ClientMessage.Hello(null));
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
