package io.trashpong.lobby;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.trashpong.bus.Bus;
import io.trashpong.bus.BusSchema;
import io.trashpong.lobby.config.LobbyConfig;
import io.trashpong.lobby.eventlog.EventLog;
import io.trashpong.lobby.feed.FeedLifecycle;
import io.trashpong.lobby.match.RelayEvents;
import io.trashpong.lobby.player.AuthEvents;
import io.trashpong.lobby.presence.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Starts what is not started by being asked: the bus, the feed, the events of relay and auth; and ends it in reverse. */
@ApplicationScoped
class LobbyLifecycle {
    private static final Logger LOG = Logger.getLogger(LobbyLifecycle.class);
    private static final int STOP_SECONDS = 3;

    private final Bus bus;
    private final FeedLifecycle feed;
    private final Presence presence;
    private final RelayEvents relayEvents;
    private final AuthEvents authEvents;
    private final LobbyConfig config;
    private final List<AutoCloseable> events = new ArrayList<>();

    LobbyLifecycle(
            Bus bus,
            FeedLifecycle feed,
            Presence presence,
            RelayEvents relayEvents,
            AuthEvents authEvents,
            LobbyConfig config) {
        this.bus = bus;
        this.feed = feed;
        this.presence = presence;
        this.relayEvents = relayEvents;
        this.authEvents = authEvents;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        BusSchema.migrate(config.dbUrl(), config.dbUser(), config.dbPassword());
        feed.start();
        presence.start();
        events.add(relayEvents.consume());
        events.add(authEvents.consume());
        bus.start().onSuccess(listening -> LOG.debugf("listening replica=%s", bus.self()));
        EventLog.started(bus.self());
    }

    /** By the time of {@link ShutdownEvent} the platform has closed the feeds, with 1000, which means: stay away. */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        feed.stop();
    }

    void stop(@Observes ShutdownEvent event) {
        presence.stop();
        try {
            for (AutoCloseable consumer : events) {
                consumer.close();
            }
            bus.stop().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("the bus was left as it was: %s", e.getClass().getSimpleName());
        } catch (Exception e) {
            throw new IllegalStateException("events can't be ended", e);
        }
        EventLog.stopped(bus.self());
    }
}
