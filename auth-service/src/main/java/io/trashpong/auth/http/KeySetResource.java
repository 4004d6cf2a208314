package io.trashpong.auth.http;

import io.smallrye.common.annotation.NonBlocking;
import io.trashpong.auth.token.KeySet;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** {@code GET /.well-known/jwks.json}: the keys that tokens are checked by. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
class KeySetResource {
    /** A key is published for longer than this before it signs. */
    private static final String CACHE = "public, max-age=300";

    private final KeySet keys;

    KeySetResource(KeySet keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @NonBlocking
    @Operation(operationId = "getKeySet", summary = "The keys that tokens are checked by, as a JWK set (RFC 7517)")
    @APIResponseSchema(value = Answers.Jwks.class, responseCode = "200", responseDescription = "the public keys")
    public Response get() {
        return Response.ok(keys.publicJwks())
                .header(HttpHeaders.CACHE_CONTROL, CACHE)
                .build();
    }
}
