package io.trashpong.auth.token;

import io.trashpong.protocol.Player;
import io.trashpong.protocol.UserToken;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwt.JwtClaims;

/** Mints {@link UserToken}s. */
@ApplicationScoped
public class UserTokens {
    private final TokenSigner signer;

    UserTokens(TokenSigner signer) {
        this.signer = signer;
    }

    public String mint(Player player, boolean guest) {
        var claims = new JwtClaims();
        claims.setSubject(player.id().value());
        claims.setClaim(UserToken.CLAIM_NAME, player.name());
        claims.setClaim(UserToken.CLAIM_GUEST, guest);
        return signer.sign(UserToken.TYP, UserToken.AUDIENCE, UserToken.LIFETIME_SECONDS, claims);
    }
}
