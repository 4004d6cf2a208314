package io.trashpong.auth.http;

import io.smallrye.mutiny.Uni;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.Player;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Bodies of the answers that go well, as in {@code docs/protocol.md}, and the one to a body that lacks something. */
final class Answers {
    private Answers() {}

    /** @param what as it begins a sentence */
    static Uni<Response> missing(String what) {
        return Uni.createFrom()
                .item(Problem.of(ErrorCode.BAD_REQUEST, what + " is missing").response());
    }

    record SignedIn(String token, Player player) {}

    record Me(Player player, boolean guest) {}

    record Ticket(String ticket) {}

    /** A JWK set as jose4j writes it, here for the document of the API alone. */
    record Jwks(List<Jwk> keys) {}

    /** The public half of a key of P-256 (RFC 7517, RFC 7518). */
    record Jwk(String kty, String kid, String use, String alg, String crv, String x, String y) {}
}
