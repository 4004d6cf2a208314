package io.trashpong.lobby.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.trashpong.lobby.testing.LobbySurroundings;
import io.trashpong.lobby.testing.TestPlayer;
import io.trashpong.lobby.testing.Tokens;
import io.trashpong.protocol.PlayerId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
class ForgedTokensTest {
    private final PlayerId id = PlayerId.random();

    @Test
    void a_good_token_is_let_in() {
        assertEquals(200, status(Tokens.good(id, "Ana")));
        assertEquals(200, status(claims(c -> {
            c.setIssuedAt(secondsFromNow(-900));
            c.setExpirationTime(secondsFromNow(-5));
        })));
    }

    @Test
    void every_kind_of_forged_token_is_refused() throws JoseException {
        Map<String, Integer> answers = new LinkedHashMap<>();
        forged().forEach((kind, token) -> answers.put(kind, status(token)));
        Map<String, Integer> refused = new LinkedHashMap<>();
        answers.keySet().forEach(kind -> refused.put(kind, 401));
        assertEquals(refused, answers);
    }

    @Test
    void forged_tokens_do_not_make_us_ask_auth_each_time() throws JoseException {
        int before = keyReads();
        var stranger = header(s -> s.setKeyIdHeaderValue("stranger"));
        for (int i = 0; i < 50; i++) {
            assertEquals(401, status(stranger));
        }
        assertEquals(true, keyReads() - before <= 2);
    }

    private Map<String, String> forged() throws JoseException {
        var good = Tokens.good(id, "Ana");
        var parts = good.split("\\.", -1);
        var foreign = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        var otherCurve = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        byte[] publicKey = Tokens.key().getECPublicKey().getEncoded();
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("alg none", header(s -> {
            s.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            s.setAlgorithmHeaderValue("none");
            s.setKey(null);
        }));
        kinds.put("HS256 with the public key", header(s -> {
            s.setAlgorithmHeaderValue("HS256");
            s.setKey(new HmacKey(publicKey));
        }));
        kinds.put("another curve", header(s -> {
            s.setAlgorithmHeaderValue("ES384");
            s.setKey(otherCurve.getPrivateKey());
        }));
        kinds.put("a foreign key under our kid", header(s -> s.setKey(foreign.getPrivateKey())));
        kinds.put("its own key in the header", header(s -> {
            s.setKey(foreign.getPrivateKey());
            s.setJwkHeader(foreign);
        }));
        kinds.put("its own key at jku", header(s -> {
            s.setKey(foreign.getPrivateKey());
            s.setHeader("jku", authUrl() + "/.well-known/jwks.json");
        }));
        kinds.put("no kid", header(s -> s.getHeaders().setObjectHeaderValue("kid", null)));
        kinds.put("a kid that is a path", header(s -> s.setKeyIdHeaderValue("../../dev/null")));
        kinds.put("no typ", header(s -> s.getHeaders().setObjectHeaderValue("typ", null)));
        kinds.put("typ JWT", header(s -> s.setHeader("typ", "JWT")));
        kinds.put("a room ticket's typ", header(s -> s.setHeader("typ", "room+jwt")));
        kinds.put("a critical header", header(s -> s.getHeaders().setObjectHeaderValue("crit", new String[] {"exp"})));
        kinds.put("another issuer", claims(c -> c.setIssuer("somebody")));
        kinds.put("no issuer", claims(c -> c.unsetClaim("iss")));
        kinds.put("the relay's audience", claims(c -> c.setAudience("trashpong-relay")));
        kinds.put("no audience", claims(c -> c.unsetClaim("aud")));
        kinds.put("expired", claims(c -> {
            c.setIssuedAt(secondsFromNow(-900));
            c.setExpirationTime(secondsFromNow(-15));
        }));
        kinds.put("no expiry", claims(c -> c.unsetClaim("exp")));
        kinds.put("not yet valid", claims(c -> c.setNotBefore(secondsFromNow(60))));
        kinds.put("no subject", claims(c -> c.unsetClaim("sub")));
        kinds.put("a subject that is no id", claims(c -> c.setSubject("admin' OR '1'='1")));
        kinds.put("no name", claims(c -> c.unsetClaim("name")));
        kinds.put("a name that is no text", claims(c -> c.setClaim("name", 7)));
        kinds.put("other claims under the signature", parts[0] + "." + base64("{\"sub\":\"x\"}") + "." + parts[2]);
        kinds.put("no signature", parts[0] + "." + parts[1] + ".");
        kinds.put("an empty signature of zeros", parts[0] + "." + parts[1] + "." + "A".repeat(86));
        kinds.put("two parts", parts[0] + "." + parts[1]);
        kinds.put("encrypted form", good + ".a.b");
        kinds.put("no token", "x");
        kinds.put("a very long one", good + "A".repeat(5000));
        return kinds;
    }

    private String header(Consumer<JsonWebSignature> spoil) {
        return Tokens.sign(Tokens.claims(id, "Ana"), spoil);
    }

    private String claims(Consumer<JwtClaims> spoil) {
        var claims = Tokens.claims(id, "Ana");
        spoil.accept(claims);
        return Tokens.sign(claims, header -> {});
    }

    private static NumericDate secondsFromNow(int seconds) {
        var time = NumericDate.now();
        time.addSeconds(seconds);
        return time;
    }

    private static String base64(String text) {
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(String token) {
        return new TestPlayer(PlayerId.random(), "Ana", token)
                .get("/api/rooms?limit=1")
                .status();
    }

    private static int keyReads() {
        return Integer.parseInt(
                RestAssured.get(authUrl() + "/test/key-reads").getBody().asString());
    }

    private static String authUrl() {
        return ConfigProvider.getConfig().getValue("trashpong.auth-url", String.class);
    }
}
