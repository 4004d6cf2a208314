package io.trashpong.lobby.token;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Authenticates requests and WebSocket upgrades by the user token in {@code Authorization: Bearer …}. (A browser's WebSocket
 * carries it as a subprotocol, which the platform has made that header by now.)
 */
@ApplicationScoped
class UserTokenMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    private final UserTokenCheck tokens;

    UserTokenMechanism(UserTokenCheck tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var header = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return tokens.check(header.substring(SCHEME.length()).strip()).map(answer -> switch (answer) {
            case TokenAnswer.Valid(Caller caller) ->
                QuarkusSecurityIdentity.builder().setPrincipal(caller).build();
            case TokenAnswer.Invalid invalid -> throw new AuthenticationFailedException();
            case TokenAnswer.Unavailable unavailable -> throw new KeysUnavailableException();
        });
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }
}
