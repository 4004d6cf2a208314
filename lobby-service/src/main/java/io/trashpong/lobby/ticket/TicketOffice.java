package io.trashpong.lobby.ticket;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.config.LobbyConfig;
import io.trashpong.lobby.room.Room;
import io.trashpong.lobby.seat.Seated;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.RoomTicket;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Gets the ticket for what the lobby has decided: a seat that is taken already, or a look from the stands. */
@ApplicationScoped
public class TicketOffice {
    private static final Logger LOG = Logger.getLogger(TicketOffice.class);
    /** Each try is bounded by the client's time-outs, both together by the 3 s in which a request is answered. */
    private static final int RETRIES = 1;

    private final TicketClient auth;
    private final String secret;

    TicketOffice(@RestClient TicketClient auth, LobbyConfig config) {
        this.auth = auth;
        this.secret = config.internalSecret();
    }

    /** The signed ticket; fails with {@link TicketsUnavailableException} when auth is away. The seat stays taken. */
    public Uni<String> issue(Seated seated, Player player) {
        var room = seated.room();
        return issue(room, new RoomTicket(player, room.id(), room.game(), seated.seat(), room.isOwner(player.id())));
    }

    /** The same, to watch. */
    public Uni<String> issueToWatch(Room room, Player player) {
        return issue(room, new RoomTicket(player, room.id(), room.game(), null, false));
    }

    private Uni<String> issue(Room room, RoomTicket ticket) {
        return auth.sign(secret, ticket)
                .onFailure()
                .retry()
                .atMost(RETRIES)
                .map(TicketClient.Signed::ticket)
                .onFailure()
                .transform(failure -> {
                    LOG.warnf(
                            "no ticket for room=%s: %s",
                            room.id(), failure.getClass().getSimpleName());
                    return new TicketsUnavailableException();
                });
    }
}
