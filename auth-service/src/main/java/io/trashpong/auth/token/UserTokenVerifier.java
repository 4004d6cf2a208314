package io.trashpong.auth.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.trashpong.protocol.UserToken;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.Key;
import java.time.Clock;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Checks user tokens by the keys at hand, where SmallRye would fetch this very service's key set over HTTP. Checked as RFC
 * 8725 asks: algorithm, {@code kid}, {@code typ}, issuer, audience, time. Key references in the token are never followed.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class UserTokenVerifier extends JWTCallerPrincipalFactory {
    private final KeySet keys;
    private final Clock clock;

    UserTokenVerifier(KeySet keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        var consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKeyResolver((jws, nesting) -> key(jws))
                .setExpectedType(true, UserToken.TYP)
                .setExpectedIssuer(true, UserToken.ISSUER)
                .setExpectedAudience(true, UserToken.AUDIENCE)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(UserToken.CLOCK_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
        try {
            return new DefaultJWTCallerPrincipal(consumer.processToClaims(token));
        } catch (InvalidJwtException e) {
            // Its text would repeat the token.
            throw new ParseException("refused: "
                    + e.getErrorDetails().stream()
                            .map(each -> each.getErrorCode())
                            .toList());
        }
    }

    private Key key(JsonWebSignature jws) throws UnresolvableKeyException {
        String kid = jws.getKeyIdHeaderValue();
        if (kid == null) {
            throw new UnresolvableKeyException("no kid");
        }
        return keys.find(kid)
                .orElseThrow(() -> new UnresolvableKeyException("unknown kid"))
                .jwk()
                .getPublicKey();
    }
}
