package io.trashpong.auth.http;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.UserToken;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code GET /api/auth/me}: what the token says; Postgres is not asked. */
@Path("/api/auth")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MeResource {
    private final JsonWebToken token;

    MeResource(JsonWebToken token) {
        this.token = token;
    }

    @GET
    @Path("me")
    @NonBlocking
    @Operation(operationId = "getMe", summary = "Who the token says one is")
    public Answers.Me me() {
        var player = new Player(new PlayerId(token.getSubject()), token.getClaim(UserToken.CLAIM_NAME));
        return new Answers.Me(player, JsonValue.TRUE.equals(token.getClaim(UserToken.CLAIM_GUEST)));
    }
}
