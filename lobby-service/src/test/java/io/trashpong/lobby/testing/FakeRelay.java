package io.trashpong.lobby.testing;

import io.trashpong.bus.Bus;
import io.trashpong.bus.BusConfig;
import io.trashpong.bus.DurableTopic;
import io.trashpong.bus.PgBus;
import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.event.RelayEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** A relay, as the lobby hears it: with a bus of its own. */
public final class FakeRelay implements AutoCloseable {
    private static final String ROLE = "trashpong_relay";

    private final Vertx vertx = Vertx.vertx();
    private final Bus bus;
    private final DurableTopic events;

    public FakeRelay() {
        var url = ConfigProvider.getConfig().getValue("trashpong.db-url", String.class);
        bus = PgBus.create(vertx, new BusConfig(new ReplicaId("relay.test"), url, ROLE, ROLE));
        events = bus.openDurable(RelayEvent.TOPIC);
        await(bus.start());
    }

    public void tell(String event) {
        Database.execute("INSERT INTO bus.outbox (topic, payload) VALUES ('relay', ?::jsonb)", event);
        events.ring();
    }

    @Override
    public void close() {
        await(bus.stop());
        await(vertx.close());
    }

    private static void await(Future<Void> future) {
        future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
