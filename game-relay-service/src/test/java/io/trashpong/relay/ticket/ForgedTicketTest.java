package io.trashpong.relay.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ForgedTicketTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Table TABLE = Table.fresh();
    private static AuthServer auth;
    private static TicketVerifier verifier;

    @BeforeAll
    static void start() {
        auth = AuthServer.start(VERTX);
        verifier = new TicketVerifier(new KeySet(VERTX, auth.url()));
    }

    @AfterAll
    static void stop() {
        Waiting.await(VERTX.close());
    }

    @Test
    void a_good_ticket_says_who_sits_where() {
        var verdict = assertInstanceOf(TicketVerdict.Good.class, verify(auth.ticket(TABLE.ticket(1))));
        assertEquals(TABLE.ticket(1), verdict.ticket());
        var watching = TABLE.spectator();
        assertEquals(new TicketVerdict.Good(watching), verify(auth.ticket(watching)));
    }

    @Test
    void a_ticket_for_another_room_is_told_apart() {
        var verdict = Waiting.await(verifier.verify(auth.ticket(TABLE.ticket(0)), RoomId.random()));
        assertInstanceOf(TicketVerdict.OtherRoom.class, verdict);
    }

    @Test
    void every_forgery_is_bad_and_makes_nobody_fetch_anything_elsewhere() {
        var trap = AuthServer.start(VERTX);
        forgeries(trap).forEach((name, token) -> assertInstanceOf(TicketVerdict.Bad.class, verify(token), name));
        assertEquals(0, trap.questions());
    }

    @Test
    void unknown_keys_make_us_ask_auth_once_in_a_while_only() {
        int before = auth.questions();
        for (int i = 0; i < 50; i++) {
            String kid = "nobody-" + i;
            assertInstanceOf(
                    TicketVerdict.Bad.class, verify(forged(_ -> {}, signature -> signature.setKeyIdHeaderValue(kid))));
        }
        assertTrue(auth.questions() - before <= 2, "asked " + (auth.questions() - before) + " times");
    }

    @Test
    void with_auth_away_nothing_can_be_known() {
        var lonely = new TicketVerifier(new KeySet(VERTX, "http://localhost:1"));
        assertInstanceOf(
                TicketVerdict.Unknowable.class,
                Waiting.await(lonely.verify(auth.ticket(TABLE.ticket(0)), TABLE.room())));
    }

    private static Map<String, String> forgeries(AuthServer trap) {
        var forged = new LinkedHashMap<String, String>();
        var stranger = AuthServer.newKey(auth.key().getKeyId());
        forged.put("no token", "");
        forged.put("no JWT", "abc.def.ghi");
        forged.put("far too long", "x".repeat(10_000));
        forged.put("signed by a stranger", forged(_ -> {}, s -> s.setKey(stranger.getPrivateKey())));
        forged.put("alg none", unsigned());
        forged.put("HS256 with the public key", forged(_ -> {}, ForgedTicketTest::symmetric));
        forged.put("a key of its own in the header", forged(_ -> {}, s -> {
            s.setKey(stranger.getPrivateKey());
            s.setJwkHeader(stranger);
        }));
        forged.put("foreign jku", forged(_ -> {}, s -> {
            s.setKey(stranger.getPrivateKey());
            s.setKeyIdHeaderValue("theirs");
            s.setHeader("jku", trap.url());
        }));
        forged.put("foreign x5u", forged(_ -> {}, s -> {
            s.setKey(stranger.getPrivateKey());
            s.setHeader("x5u", trap.url());
        }));
        forged.put("critical header unknown to us", forged(_ -> {}, s -> {
            s.setHeader("magic", "1");
            s.setCriticalHeaderNames("magic");
        }));
        forged.put("no kid", forged(_ -> {}, s -> s.getHeaders().setStringHeaderValue("kid", null)));
        forged.put("a user token's typ", forged(_ -> {}, s -> s.setHeader("typ", "at+jwt")));
        forged.put("no typ", forged(_ -> {}, s -> s.getHeaders().setStringHeaderValue("typ", null)));
        forged.put("audience of the API", forged(c -> c.setAudience("trashpong-api"), _ -> {}));
        forged.put("no audience", forged(c -> c.unsetClaim("aud"), _ -> {}));
        forged.put("another issuer", forged(c -> c.setIssuer("trashpong2"), _ -> {}));
        forged.put("expired", forged(c -> c.setExpirationTime(secondsFromNow(-11)), _ -> {}));
        forged.put("never expires", forged(c -> c.unsetClaim("exp"), _ -> {}));
        forged.put("not yet valid", forged(c -> c.setNotBefore(secondsFromNow(60)), _ -> {}));
        forged.put("no player", forged(c -> c.unsetClaim("sub"), _ -> {}));
        forged.put("a player's id of wrong form", forged(c -> c.setSubject("ada"), _ -> {}));
        forged.put("no name", forged(c -> c.unsetClaim(RoomTicket.CLAIM_NAME), _ -> {}));
        forged.put("no room", forged(c -> c.unsetClaim(RoomTicket.CLAIM_ROOM), _ -> {}));
        forged.put("a third seat", forged(c -> c.setClaim(RoomTicket.CLAIM_SEAT, 2), _ -> {}));
        forged.put("a seat far away", forged(c -> c.setClaim(RoomTicket.CLAIM_SEAT, 4_294_967_296L), _ -> {}));
        forged.put("a seat that is text", forged(c -> c.setClaim(RoomTicket.CLAIM_SEAT, "0"), _ -> {}));
        forged.put("a game nobody knows", forged(c -> c.setClaim(RoomTicket.CLAIM_GAME, "chess"), _ -> {}));
        forged.put("a changed payload", tampered(0));
        forged.put("a cut signature", tampered(1));
        return forged;
    }

    private static void symmetric(JsonWebSignature signature) {
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new HmacKey(auth.key().getPublicKey().getEncoded()));
    }

    private static String unsigned() {
        var parts = new ArrayList<>(List.of(auth.ticket(TABLE.ticket(0)).split("\\.", -1)));
        String header = "{\"alg\":\"none\",\"typ\":\"room+jwt\",\"kid\":\"test-1\"}";
        parts.set(0, base64(header));
        parts.set(2, "");
        return String.join(".", parts);
    }

    private static String tampered(int way) {
        var parts = new ArrayList<>(List.of(auth.ticket(TABLE.ticket(0)).split("\\.", -1)));
        if (way == 0) {
            parts.set(1, base64(AuthServer.claims(TABLE.ticket(1)).toJson()));
        } else {
            parts.set(2, parts.get(2).substring(4));
        }
        return String.join(".", parts);
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static NumericDate secondsFromNow(int seconds) {
        var date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    private static String forged(Consumer<JwtClaims> change, Consumer<JsonWebSignature> sign) {
        JwtClaims claims = AuthServer.claims(TABLE.ticket(0));
        change.accept(claims);
        return auth.sign(claims, sign);
    }

    private static TicketVerdict verify(String token) {
        return Waiting.await(verifier.verify(token, TABLE.room()));
    }
}
