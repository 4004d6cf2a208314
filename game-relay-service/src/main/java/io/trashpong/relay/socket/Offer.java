package io.trashpong.relay.socket;

import io.trashpong.protocol.Subprotocol;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a client offers in {@code Sec-WebSocket-Protocol}.
 *
 * @param speaksOurs whether {@value Subprotocol#TRASHPONG_V1} is among it
 * @param token the room ticket, if one was sent along
 */
record Offer(boolean speaksOurs, @Nullable String token) {

    static Offer of(@Nullable String header) {
        boolean ours = false;
        String token = null;
        for (String part : (header == null ? "" : header).split(",", -1)) {
            String offered = part.strip();
            if (offered.equals(Subprotocol.TRASHPONG_V1)) {
                ours = true;
            } else {
                String decoded = decoded(offered);
                if (decoded.startsWith(Subprotocol.TOKEN_PREFIX)) {
                    token = decoded.substring(Subprotocol.TOKEN_PREFIX.length());
                }
            }
        }
        return new Offer(ours, token);
    }

    /** As JavaScript's {@code decodeURIComponent}; what can't be decoded is no token. */
    private static String decoded(String offered) {
        try {
            return URLDecoder.decode(offered.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
