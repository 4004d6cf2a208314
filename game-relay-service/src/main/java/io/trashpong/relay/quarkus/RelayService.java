package io.trashpong.relay.quarkus;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.trashpong.bus.BusConfig;
import io.trashpong.bus.BusSecrets;
import io.trashpong.bus.ReplicaId;
import io.trashpong.relay.Relay;
import io.trashpong.relay.RelayConfig;
import io.trashpong.relay.meter.EventLog;
import io.trashpong.relay.ownership.LeaseTimes;
import io.trashpong.relay.socket.RoomUpgrade;
import io.trashpong.relay.socket.SocketTimes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the relay with the process, and drains it before the process ends. */
@Singleton
public final class RelayService implements HttpServerOptionsCustomizer {
    private static final Logger LOG = Logger.getLogger(RelayService.class);
    private static final int DRAIN_WITHIN_SECONDS = 15;
    private static final int STOP_WITHIN_SECONDS = 5;

    private final Vertx vertx;
    private final RelaySettings settings;
    private final MeterRegistry registry;
    private volatile @Nullable Relay relay;
    private volatile @Nullable ReplicaId self;

    RelayService(Vertx vertx, RelaySettings settings, MeterRegistry registry) {
        this.vertx = vertx;
        this.settings = settings;
        this.registry = registry;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        RoomUpgrade.configure(options);
    }

    void route(@Observes Router router) {
        router.get(RoomUpgrade.PATH).handler(this::handle);
    }

    void start(@Observes StartupEvent event) {
        var replica = RelayConfig.randomReplica();
        var database = new BusConfig(
                replica,
                settings.db().url(),
                settings.db().user(),
                settings.db().password(),
                BusSecrets.of(settings.bus().secret(), settings.bus().secretOther()));
        var config = new RelayConfig(
                database,
                settings.auth().url(),
                settings.origins().orElse(Set.of()),
                settings.relay().trustedProxies(),
                SocketTimes.STANDARD,
                LeaseTimes.STANDARD,
                settings.stunServers().orElse(List.of()));
        relay = Relay.start(vertx, config, registry)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        self = replica;
        EventLog.started(replica);
    }

    /** By the time of {@link ShutdownEvent} Quarkus has closed the sockets, with 1000, which means: stay away. */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        end();
    }

    void stop(@Observes ShutdownEvent event) {
        end();
    }

    private void end() {
        Relay running = relay;
        if (running == null) {
            return;
        }
        try {
            Future<Void> stopped = running.drain()
                    .timeout(DRAIN_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .onFailure(e -> LOG.warnf("the drain did not end well: %s", e.getMessage()))
                    .transform(_ -> running.stop());
            stopped.toCompletionStage()
                    .toCompletableFuture()
                    .get(DRAIN_WITHIN_SECONDS + STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warnf("the stop did not end well: %s", e.getMessage());
        } finally {
            relay = null;
            EventLog.stopped(Objects.requireNonNull(self));
        }
    }

    boolean isReady() {
        Relay running = relay;
        return running != null && running.isReady();
    }

    private void handle(RoutingContext context) {
        Relay running = relay;
        if (running == null) {
            context.response()
                    .setStatusCode(503)
                    .putHeader("Retry-After", "1")
                    .end()
                    .onFailure(_ -> {});
        } else {
            running.upgrade().handle(context);
        }
    }
}
