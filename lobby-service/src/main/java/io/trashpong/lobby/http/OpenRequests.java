package io.trashpong.lobby.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Lets requests end before the process does. The platform's own wait ({@code quarkus.shutdown.timeout}) counts every WebSocket
 * that was ever opened as a request without an end, and so lasts as long as it may.
 */
@ApplicationScoped
class OpenRequests {
    private static final Logger LOG = Logger.getLogger(OpenRequests.class);
    /** Longer than any request has until it is answered. */
    private static final long MAX_WAIT_MILLIS = Deadline.MILLIS + 300;

    private final AtomicInteger open = new AtomicInteger();
    private final CompletableFuture<Void> allEnded = new CompletableFuture<>();
    private volatile boolean ending;

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::count);
    }

    void awaitEnds(@Observes ShutdownDelayInitiatedEvent event) {
        ending = true;
        completeIfNone();
        try {
            allEnded.get(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("%d requests are cut off", open.get());
        }
    }

    private void count(RoutingContext context) {
        if (!context.request().headers().contains(HttpHeaders.UPGRADE, "websocket", true)) {
            open.incrementAndGet();
            context.addEndHandler(ended -> {
                open.decrementAndGet();
                completeIfNone();
            });
        }
        context.next();
    }

    private void completeIfNone() {
        if (ending && open.get() == 0) {
            allEnded.complete(null);
        }
    }
}
