package io.trashpong.auth.token;

import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.me;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.protocol.UserToken;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Each token differs in one thing from one that is taken. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field.
class ForgedTokenTest {
    @Inject
    KeySet keys;

    @Test
    void one_that_differs_in_nothing_is_taken() throws JoseException {
        me(forged((header, claims) -> {})).statusCode(200);
    }

    @Test
    void a_header_that_lies_is_refused() throws JoseException {
        refused((header, claims) -> header.setHeader("typ", "JWT"));
        refused((header, claims) -> header.setHeader("typ", RoomTicket.TYP));
        refused((header, claims) -> header.setKeyIdHeaderValue("another"));
        refused((header, claims) -> header.getHeaders().setObjectHeaderValue("kid", null));
        refused((header, claims) ->
                header.setKey(SigningKey.generate(SigningKey.State.NEXT).jwk().getPrivateKey()));
        refused((header, claims) -> {
            var own = SigningKey.generate(SigningKey.State.NEXT);
            header.setKey(own.jwk().getPrivateKey());
            header.setKeyIdHeaderValue(own.kid());
            header.setHeader("jku", "http://localhost:9/jwks.json");
            header.setHeader("x5u", "http://localhost:9/cert.pem");
        });
        refused((header, claims) -> {
            var own = SigningKey.generate(SigningKey.State.NEXT);
            header.setKey(own.jwk().getPrivateKey());
            header.setJwkHeader(own.jwk());
        });
    }

    @Test
    void another_algorithm_is_refused() throws JoseException {
        refused((header, claims) -> {
            header.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            header.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
            header.setKey(null);
        });
        refused((header, claims) -> {
            header.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            header.setKey(new HmacKey(keys.getCurrent().pair().getPublic().getEncoded()));
        });
    }

    @Test
    void claims_for_another_place_or_time_are_refused() throws JoseException {
        refused((header, claims) -> claims.setIssuer("another"));
        refused((header, claims) -> claims.setAudience(RoomTicket.AUDIENCE));
        refused((header, claims) -> claims.unsetClaim("aud"));
        refused((header, claims) -> claims.unsetClaim("iss"));
        refused((header, claims) -> claims.unsetClaim("exp"));
        refused((header, claims) -> claims.unsetClaim("iat"));
        refused((header, claims) -> claims.unsetClaim("sub"));
        refused((header, claims) -> claims.setExpirationTime(secondsFromNow(-11)));
        refused((header, claims) -> claims.setNotBefore(secondsFromNow(60)));
    }

    @Test
    void a_clock_that_is_a_little_off_does_no_harm() throws JoseException {
        me(forged((header, claims) -> claims.setExpirationTime(secondsFromNow(-5))))
                .statusCode(200);
    }

    private void refused(BiConsumer<JsonWebSignature, JwtClaims> change) throws JoseException {
        assertProblem(me(forged(change)), 401, "token-invalid");
    }

    private String forged(BiConsumer<JsonWebSignature, JwtClaims> change) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer(UserToken.ISSUER);
        claims.setAudience(UserToken.AUDIENCE);
        claims.setSubject(PlayerId.random().value());
        claims.setIssuedAt(secondsFromNow(-60));
        claims.setExpirationTime(secondsFromNow(60));
        claims.setClaim(UserToken.CLAIM_NAME, "Mallory");
        claims.setClaim(UserToken.CLAIM_GUEST, true);
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(keys.getCurrent().kid());
        jws.setHeader("typ", UserToken.TYP);
        jws.setKey(keys.getCurrent().jwk().getPrivateKey());
        change.accept(jws, claims);
        jws.setPayload(claims.toJson());
        return jws.getCompactSerialization();
    }

    private static NumericDate secondsFromNow(long seconds) {
        return NumericDate.fromSeconds(Instant.now().getEpochSecond() + seconds);
    }
}
