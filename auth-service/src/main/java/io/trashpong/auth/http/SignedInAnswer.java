package io.trashpong.auth.http;

import io.trashpong.auth.session.RefreshToken;
import io.trashpong.auth.token.UserTokens;
import io.trashpong.protocol.Player;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The one answer of all ways to log in: a user token, who one is, and the refresh cookie. */
@ApplicationScoped
class SignedInAnswer {
    private final UserTokens tokens;

    SignedInAnswer(UserTokens tokens) {
        this.tokens = tokens;
    }

    Response of(Response.Status status, Player player, boolean guest, RefreshToken refresh, HttpServerRequest request) {
        return Response.status(status)
                .entity(new Answers.SignedIn(tokens.mint(player, guest), player))
                .cookie(RefreshCookie.of(refresh, request))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
