package io.trashpong.relay.ticket;

import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomTicket;
import io.trashpong.protocol.UserToken;
import io.vertx.core.Future;
import java.security.Key;
import java.util.Locale;
import java.util.Set;
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
 * Verifies room tickets as RFC 8725 wants it: algorithm, key, type, issuer, audience, time and room. Header members that
 * point to keys ({@code jku}, {@code jwk}, {@code x5u}) are never followed.
 */
public final class TicketVerifier {
    private static final int MAX_LENGTH = 4_096;
    private static final AlgorithmConstraints ES256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    private static final Set<Long> SEATS = Set.of(0L, 1L);

    private final KeySet keys;

    public TicketVerifier(KeySet keys) {
        this.keys = keys;
    }

    /** Never fails. */
    public Future<TicketVerdict> verify(String token, RoomId room) {
        String kid = kid(token);
        if (kid == null) {
            return Future.succeededFuture(new TicketVerdict.Bad());
        }
        return keys.find(kid).map(found -> switch (found) {
            case KeySet.Found.Known(Key key) -> verify(token, key, room);
            case KeySet.Found.Unknown _ -> new TicketVerdict.Bad();
            case KeySet.Found.Away _ -> new TicketVerdict.Unknowable();
        });
    }

    private static @Nullable String kid(String token) {
        if (token.length() > MAX_LENGTH) {
            return null;
        }
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            return AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256.equals(signature.getAlgorithmHeaderValue())
                    ? signature.getKeyIdHeaderValue()
                    : null;
        } catch (JoseException e) {
            return null;
        }
    }

    private static TicketVerdict verify(String token, Key key, RoomId room) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(ES256)
                    .setVerificationKey(key)
                    .setExpectedType(true, RoomTicket.TYP)
                    .setExpectedIssuer(true, UserToken.ISSUER)
                    .setExpectedAudience(true, RoomTicket.AUDIENCE)
                    .setRequireExpirationTime()
                    .setRequireSubject()
                    .setAllowedClockSkewInSeconds(UserToken.CLOCK_SKEW_SECONDS)
                    .build()
                    .processToClaims(token);
            RoomTicket ticket = ticket(claims);
            return ticket.room().equals(room) ? new TicketVerdict.Good(ticket) : new TicketVerdict.OtherRoom();
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return new TicketVerdict.Bad();
        }
    }

    private static RoomTicket ticket(JwtClaims claims) throws MalformedClaimException {
        var player = new Player(new PlayerId(claims.getSubject()), text(claims, RoomTicket.CLAIM_NAME));
        var room = new RoomId(text(claims, RoomTicket.CLAIM_ROOM));
        var game = GameKind.valueOf(
                text(claims, RoomTicket.CLAIM_GAME).toUpperCase(Locale.ROOT).replace('-', '_'));
        Long seat = claims.getClaimValue(RoomTicket.CLAIM_SEAT, Long.class);
        if (seat != null && !SEATS.contains(seat)) {
            throw new IllegalArgumentException("no such seat");
        }
        boolean creator = Boolean.TRUE.equals(claims.getClaimValue(RoomTicket.CLAIM_CREATOR, Boolean.class));
        return new RoomTicket(player, room, game, seat == null ? null : seat.intValue(), creator);
    }

    private static String text(JwtClaims claims, String name) throws MalformedClaimException {
        String value = claims.getStringClaimValue(name);
        if (value == null) {
            throw new IllegalArgumentException("no claim " + name);
        }
        return value;
    }
}
