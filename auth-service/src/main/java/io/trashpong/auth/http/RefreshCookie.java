package io.trashpong.auth.http;

import io.trashpong.auth.session.RefreshToken;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;

/** The cookie a refresh token travels in: unseen by scripts, sent to our own pages' calls of {@value #PATH} only. */
final class RefreshCookie {
    static final String NAME = "trashpong-refresh";
    static final String PATH = "/api/auth";

    private RefreshCookie() {}

    static NewCookie of(RefreshToken token, HttpServerRequest request) {
        return cookie(token.value(), (int) RefreshToken.LIFETIME.toSeconds(), request);
    }

    /** Makes the browser forget it. */
    static NewCookie gone(HttpServerRequest request) {
        return cookie("", 0, request);
    }

    private static NewCookie cookie(String value, int maxAgeSeconds, HttpServerRequest request) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path(PATH)
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(isHttps(request))
                .build();
    }

    /** A browser keeps no secure cookie from plain http, which is how the game is played on localhost and in a LAN. */
    private static boolean isHttps(HttpServerRequest request) {
        return request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
