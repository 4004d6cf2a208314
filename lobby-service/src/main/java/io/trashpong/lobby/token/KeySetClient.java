package io.trashpong.lobby.token;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where auth publishes its public keys (RFC 7517). */
@RegisterRestClient(configKey = "auth")
interface KeySetClient {
    @GET
    @Path("/.well-known/jwks.json")
    @Produces(MediaType.WILDCARD)
    Uni<String> read();
}
