package io.trashpong.lobby.token;

import io.smallrye.mutiny.Uni;
import io.trashpong.lobby.player.RecentChanges;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.UserToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Checks user tokens as RFC 8725 wants it: one algorithm, a key of auth's named by {@code kid} (never one that the token
 * brings or points to), type, issuer, audience and time.
 */
@ApplicationScoped
class UserTokenCheck {
    private static final int MAX_LENGTH = 4096;
    private static final int MAX_NAME_CHARS = 64;

    private final KeySet keys;
    private final RecentChanges changes;

    UserTokenCheck(KeySet keys, RecentChanges changes) {
        this.keys = keys;
        this.changes = changes;
    }

    Uni<TokenAnswer> check(String token) {
        String kid = kidOf(token);
        if (kid == null) {
            return Uni.createFrom().item(new TokenAnswer.Invalid());
        }
        return keys.find(kid).map(answer -> switch (answer) {
            case KeyAnswer.Found(Key key) -> verify(token, key);
            case KeyAnswer.Unknown unknown -> new TokenAnswer.Invalid();
            case KeyAnswer.Unavailable unavailable -> new TokenAnswer.Unavailable();
        });
    }

    /** What the token says its key is, before anything of it is believed; null when it is no token of ours at all. */
    private static @Nullable String kidOf(String token) {
        if (token.length() > MAX_LENGTH) {
            return null;
        }
        try {
            var signature = (JsonWebSignature) JsonWebSignature.fromCompactSerialization(token);
            boolean ours =
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256.equals(signature.getAlgorithmHeaderValue())
                            && UserToken.TYP.equals(signature.getHeader("typ"));
            return ours ? signature.getKeyIdHeaderValue() : null;
        } catch (JoseException | ClassCastException e) {
            return null;
        }
    }

    private TokenAnswer verify(String token, Key key) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                            ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                    .setExpectedType(true, UserToken.TYP)
                    .setExpectedIssuer(true, UserToken.ISSUER)
                    .setExpectedAudience(true, UserToken.AUDIENCE)
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setAllowedClockSkewInSeconds(UserToken.CLOCK_SKEW_SECONDS)
                    .setVerificationKey(key)
                    .build()
                    .processToClaims(token);
            var name = claims.getStringClaimValue(UserToken.CLAIM_NAME);
            if (name == null || name.isEmpty() || name.length() > MAX_NAME_CHARS) {
                return new TokenAnswer.Invalid();
            }
            boolean guest = Boolean.TRUE.equals(claims.getClaimValue(UserToken.CLAIM_GUEST, Boolean.class));
            return changes.now(new Player(new PlayerId(claims.getSubject()), name))
                    .<TokenAnswer>map(player -> new TokenAnswer.Valid(new Caller(player, guest)))
                    .orElseGet(TokenAnswer.Invalid::new);
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return new TokenAnswer.Invalid();
        }
    }
}
