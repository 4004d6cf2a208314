package io.trashpong.harness.client;

import io.trashpong.protocol.Subprotocol;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How our WebSockets are opened: our subprotocol, and the token in a second one, never in the address. */
public final class SocketOptions {
    private static final int CONNECT_MILLIS = 5_000;

    private SocketOptions() {}

    /** @param token a user token or a room ticket; null to resume by the first message */
    public static WebSocketConnectOptions of(URI origin, String path, @Nullable String token) {
        List<String> subprotocols = new ArrayList<>(List.of(Subprotocol.TRASHPONG_V1));
        if (token != null) {
            subprotocols.add(URLEncoder.encode(Subprotocol.TOKEN_PREFIX + token, StandardCharsets.UTF_8)
                    .replace("+", "%20"));
        }
        boolean secure = "https".equals(origin.getScheme());
        int port = origin.getPort() != -1 ? origin.getPort() : secure ? 443 : 80;
        return new WebSocketConnectOptions()
                .setHost(origin.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(path)
                .setSubProtocols(subprotocols)
                // No browser: an origin made up from the address would be refused by a relay that is called directly.
                .setAllowOriginHeader(false);
    }

    /** The time-out is that of TCP: a time-out of the handshake would run on and close the open socket. */
    static WebSocketClient client(Vertx vertx, Trust trust) {
        return vertx.createWebSocketClient(
                trust.applyTo(new WebSocketClientOptions().setConnectTimeout(CONNECT_MILLIS)));
    }
}
