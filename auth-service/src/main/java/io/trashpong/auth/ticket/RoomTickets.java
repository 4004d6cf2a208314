package io.trashpong.auth.ticket;

import io.trashpong.auth.token.TokenSigner;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.RoomTicket;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwt.JwtClaims;

/** Mints {@link RoomTicket}s. */
@ApplicationScoped
public class RoomTickets {
    private final TokenSigner signer;

    RoomTickets(TokenSigner signer) {
        this.signer = signer;
    }

    public String mint(TicketRequest request) {
        var claims = new JwtClaims();
        claims.setSubject(request.player().id().value());
        claims.setClaim(RoomTicket.CLAIM_NAME, request.player().name());
        claims.setClaim(RoomTicket.CLAIM_ROOM, request.room().value());
        claims.setClaim(RoomTicket.CLAIM_GAME, wireName(request.game()));
        if (request.seat() != null) {
            claims.setClaim(RoomTicket.CLAIM_SEAT, request.seat());
        }
        claims.setClaim(RoomTicket.CLAIM_CREATOR, request.creator());
        return signer.sign(RoomTicket.TYP, RoomTicket.AUDIENCE, RoomTicket.LIFETIME_SECONDS, claims);
    }

    /** As {@link GameKind} is spelled in JSON. */
    private static String wireName(GameKind game) {
        return switch (game) {
            case PONG -> "pong";
            case TICTACTOE -> "tictactoe";
        };
    }
}
