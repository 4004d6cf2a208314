package io.trashpong.relay.testing;

import io.trashpong.protocol.RoomTicket;
import io.trashpong.protocol.UserToken;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Auth as the relay knows it: a key set over real HTTP, and room tickets. */
public final class AuthServer {
    private final EllipticCurveJsonWebKey key = newKey("test-1");
    private final AtomicInteger questions = new AtomicInteger();
    private final HttpServer server;

    private AuthServer(Vertx vertx) {
        String keys = new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        server = Waiting.await(vertx.createHttpServer()
                .requestHandler(request -> {
                    questions.incrementAndGet();
                    request.response().end(keys).onFailure(e -> {
                        throw new IllegalStateException(e);
                    });
                })
                .listen(0, "localhost"));
    }

    public static AuthServer start(Vertx vertx) {
        return new AuthServer(vertx);
    }

    public String url() {
        return "http://localhost:" + server.actualPort();
    }

    /** How often somebody asked for the keys. */
    public int questions() {
        return questions.get();
    }

    public EllipticCurveJsonWebKey key() {
        return key;
    }

    public String ticket(RoomTicket ticket) {
        return sign(claims(ticket), _ -> {});
    }

    public static JwtClaims claims(RoomTicket ticket) {
        var claims = new JwtClaims();
        claims.setIssuer(UserToken.ISSUER);
        claims.setAudience(RoomTicket.AUDIENCE);
        claims.setSubject(ticket.player().id().value());
        claims.setExpirationTimeMinutesInTheFuture(1);
        claims.setIssuedAtToNow();
        claims.setClaim(RoomTicket.CLAIM_NAME, ticket.player().name());
        claims.setClaim(RoomTicket.CLAIM_ROOM, ticket.room().value());
        claims.setClaim(RoomTicket.CLAIM_GAME, ticket.game().name().toLowerCase(Locale.ROOT));
        claims.setClaim(RoomTicket.CLAIM_CREATOR, ticket.creator());
        if (ticket.seat() != null) {
            claims.setClaim(RoomTicket.CLAIM_SEAT, ticket.seat());
        }
        return claims;
    }

    /** The private key as text, to {@link #sign(String, JwtClaims)} with where this server itself can't be had. */
    public String exportKey() {
        return key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }

    public static String sign(String exportedKey, JwtClaims claims) {
        try {
            return sign((EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(exportedKey), claims, _ -> {});
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param change of the signature's header or key, to forge */
    public String sign(JwtClaims claims, Consumer<JsonWebSignature> change) {
        return sign(key, claims, change);
    }

    private static String sign(EllipticCurveJsonWebKey key, JwtClaims claims, Consumer<JsonWebSignature> change) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", RoomTicket.TYP);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        change.accept(signature);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static EllipticCurveJsonWebKey newKey(String id) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
