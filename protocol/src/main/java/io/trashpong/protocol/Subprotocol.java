package io.trashpong.protocol;

/** How a WebSocket of ours is opened. */
public final class Subprotocol {
    /** The one that is spoken, in rooms and in the lobby. */
    public static final String TRASHPONG_V1 = "trashpong.v1";

    /**
     * A second subprotocol offered by the client carries its token, since a browser can set no header and a token never
     * travels in a URL: this prefix, then the token, the whole encoded as by JavaScript's {@code encodeURIComponent}.
     */
    public static final String TOKEN_PREFIX = "quarkus-http-upgrade#Authorization#Bearer ";

    private Subprotocol() {}
}
