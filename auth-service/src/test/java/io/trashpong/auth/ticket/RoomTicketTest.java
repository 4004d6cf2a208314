package io.trashpong.auth.ticket;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.trashpong.auth.testing.Api.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.protocol.UserToken;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
class RoomTicketTest {
    private static final PlayerId PLAYER = PlayerId.random();
    private static final RoomId ROOM = RoomId.random();

    @Test
    void a_ticket_says_what_the_lobby_decided() throws Exception {
        var claims = claims(body("\"seat\":1,", "true"));
        assertEquals(PLAYER.value(), claims.getSubject());
        assertEquals("Tina", claims.getStringClaimValue(RoomTicket.CLAIM_NAME));
        assertEquals(ROOM.value(), claims.getStringClaimValue(RoomTicket.CLAIM_ROOM));
        assertEquals("pong", claims.getStringClaimValue(RoomTicket.CLAIM_GAME));
        assertEquals(1L, claims.getClaimValue(RoomTicket.CLAIM_SEAT));
        assertEquals(true, claims.getClaimValue(RoomTicket.CLAIM_CREATOR));
        assertEquals(
                RoomTicket.LIFETIME_SECONDS,
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"seat\":null,"})
    void a_spectators_ticket_has_no_seat(String seat) throws Exception {
        assertFalse(claims(body(seat, "false")).hasClaim(RoomTicket.CLAIM_SEAT));
    }

    @Test
    void a_ticket_is_no_user_token() {
        String ticket =
                ask(Postgres.INTERNAL_SECRET, body("", "false")).extract().path("ticket");
        assertProblem(
                given().header("Authorization", "Bearer " + ticket)
                        .get("/api/auth/me")
                        .then(),
                401,
                "token-invalid");
    }

    @Test
    void without_the_secret_there_is_no_ticket() {
        var answer = given().contentType("application/json")
                .body(body("", "true"))
                .post("/internal/room-tickets")
                .then();
        assertProblem(answer, 401, "token-invalid");
    }

    @Test
    void with_another_secret_there_is_no_ticket() {
        assertProblem(ask(Postgres.INTERNAL_SECRET + "x", body("", "true")), 403, "forbidden");
    }

    @Test
    void a_request_that_makes_no_sense_is_refused() {
        var good = body("\"seat\":0,", "true");
        for (var bad : new String[] {
            "",
            "{}",
            "null",
            good.replace("\"seat\":0", "\"seat\":2"),
            good.replace("\"seat\":0", "\"seat\":\"0\""),
            good.replace(ROOM.value(), "short"),
            good.replace(PLAYER.value(), "../../etc/passwd"),
            good.replace("\"pong\"", "\"chess\""),
            good.replace("\"Tina\"", "null"),
            good.replace("\"Tina\"", "\" \""),
            good.replace("\"creator\":true", "\"creator\":null"),
            good.replace(",\"creator\":true", ""),
            good.replace("\"creator\"", "\"admin\""),
        }) {
            assertProblem(ask(Postgres.INTERNAL_SECRET, bad), 400, "bad-request");
        }
    }

    private static JwtClaims claims(String body) throws Exception {
        String ticket =
                ask(Postgres.INTERNAL_SECRET, body).statusCode(201).extract().path("ticket");
        var jwks = new JsonWebKeySet(get("/.well-known/jwks.json").asString());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(jwks.getJsonWebKeys()))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "ES256")
                .setExpectedType(true, RoomTicket.TYP)
                .setExpectedIssuer(true, UserToken.ISSUER)
                .setExpectedAudience(true, RoomTicket.AUDIENCE)
                .build()
                .processToClaims(ticket);
    }

    private static ValidatableResponse ask(String secret, String body) {
        return given().contentType("application/json")
                .header(InternalSecret.HEADER, secret)
                .body(body)
                .post("/internal/room-tickets")
                .then();
    }

    private static String body(String seat, String creator) {
        return """
                {"player":{"id":"%s","name":"Tina"},"room":"%s","game":"pong",%s"creator":%s}""".formatted(PLAYER, ROOM, seat, creator).replace("\n", "");
    }
}
