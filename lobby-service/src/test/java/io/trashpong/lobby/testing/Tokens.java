package io.trashpong.lobby.testing;

import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.UserToken;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** User tokens as auth signs them, and such as it would not. */
public final class Tokens {
    private Tokens() {}

    public static String good(PlayerId player, String name) {
        return sign(claims(player, name), header -> {});
    }

    /** @param spoil changes the header, algorithm or key before signing */
    public static String sign(JwtClaims claims, Consumer<JsonWebSignature> spoil) {
        try {
            var key = key();
            var signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setHeader("typ", UserToken.TYP);
            signature.setKey(key.getPrivateKey());
            signature.setPayload(claims.toJson());
            spoil.accept(signature);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JwtClaims claims(PlayerId player, String name) {
        var claims = new JwtClaims();
        claims.setIssuer(UserToken.ISSUER);
        claims.setAudience(UserToken.AUDIENCE);
        claims.setSubject(player.value());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(15);
        claims.setStringClaim(UserToken.CLAIM_NAME, name);
        claims.setClaim(UserToken.CLAIM_GUEST, true);
        return claims;
    }

    public static EllipticCurveJsonWebKey key() {
        try {
            return (EllipticCurveJsonWebKey)
                    JsonWebKey.Factory.newJwk(ConfigProvider.getConfig().getValue("test.signing-key", String.class));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
