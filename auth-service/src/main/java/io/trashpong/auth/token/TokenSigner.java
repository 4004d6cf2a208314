package io.trashpong.auth.token;

import io.trashpong.protocol.UserToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs claims as a JWT (RFC 7519) with the current key: ES256, header {@code typ} and {@code kid}. */
@ApplicationScoped
public class TokenSigner {
    private final KeySet keys;
    private final Clock clock;

    TokenSigner(KeySet keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Adds issuer, audience, {@code iat}, {@code exp} and a random {@code jti} to {@code claims}, and signs.
     *
     * @param typ the media type that tells one kind of token from another (RFC 8725, 3.11)
     */
    public String sign(String typ, String audience, int lifetimeSeconds, JwtClaims claims) {
        var now = NumericDate.fromSeconds(clock.instant().getEpochSecond());
        claims.setIssuer(UserToken.ISSUER);
        claims.setAudience(audience);
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + lifetimeSeconds));
        claims.setGeneratedJwtId();
        var key = keys.getCurrent();
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(key.kid());
        jws.setHeader("typ", typ);
        jws.setKey(key.jwk().getPrivateKey());
        jws.setPayload(claims.toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the current key does not sign", e);
        }
    }
}
