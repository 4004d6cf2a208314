package io.trashpong.auth.token;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.createGuest;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.protocol.UserToken;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class TokenTest {

    @Test
    void a_user_token_is_checked_by_the_published_keys_alone() throws Exception {
        var guest = createGuest("Verity").statusCode(201).extract();
        var jwks = new JsonWebKeySet(get("/.well-known/jwks.json").asString());
        var context = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(jwks.getJsonWebKeys()))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "ES256")
                .setExpectedType(true, UserToken.TYP)
                .setExpectedIssuer(true, UserToken.ISSUER)
                .setExpectedAudience(true, UserToken.AUDIENCE)
                .build()
                .process(guest.path("token"));
        var claims = context.getJwtClaims();
        assertEquals(guest.path("player.id"), claims.getSubject());
        assertEquals("Verity", claims.getStringClaimValue(UserToken.CLAIM_NAME));
        assertEquals(true, claims.getClaimValue(UserToken.CLAIM_GUEST));
        assertEquals(
                UserToken.LIFETIME_SECONDS,
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
    }

    @Test
    void the_key_set_has_public_halves_only_and_may_be_cached() {
        get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", containsString("max-age=300"))
                .body("keys", hasSize(1))
                .body("keys[0].kty", equalTo("EC"))
                .body("keys[0].crv", equalTo("P-256"))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0].use", equalTo("sig"))
                .body(not(containsString("\"d\"")));
    }

    @Test
    void without_a_token_nobody_is_me() {
        assertProblem(get("/api/auth/me").then(), 401, "token-invalid");
        assertProblem(
                given().header("Authorization", "Bearer nonsense")
                        .get("/api/auth/me")
                        .then(),
                401,
                "token-invalid");
    }
}
