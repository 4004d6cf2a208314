package io.trashpong.lobby.ticket;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.RoomTicket;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Auth's internal door, which the gateway does not route. */
@RegisterRestClient(configKey = "auth")
interface TicketClient {
    @POST
    @Path("/internal/room-tickets")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Signed> sign(@HeaderParam("X-Internal-Secret") String secret, RoomTicket ticket);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Signed(String ticket) {
        /** Not the ticket: it must not reach a log. */
        @Override
        public String toString() {
            return "Signed[…]";
        }
    }
}
