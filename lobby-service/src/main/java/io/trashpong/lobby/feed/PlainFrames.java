package io.trashpong.lobby.feed;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Vert.x offers compression of single frames, apart from that of messages; both cost far more than they save here. What the
 * kernel holds for a client that does not read is bounded too, else it would take megabytes before the client counts as slow.
 */
@ApplicationScoped
class PlainFrames implements HttpServerOptionsCustomizer {
    private static final int SEND_BUFFER_BYTES = 64 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(SEND_BUFFER_BYTES);
        options.setPerFrameWebSocketCompressionSupported(false).setPerMessageWebSocketCompressionSupported(false);
    }
}
