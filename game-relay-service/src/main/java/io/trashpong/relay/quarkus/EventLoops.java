package io.trashpong.relay.quarkus;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * As many event loops as processors. Sockets, rooms and bus are on them together and hand messages on from loop to loop, so
 * a second loop for each processor would only add wake-ups.
 */
@ApplicationScoped
public final class EventLoops implements VertxOptionsCustomizer {
    @Override
    public void accept(VertxOptions options) {
        VertxOptions _ = options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
    }
}
