package io.trashpong.lobby.testing;

import io.trashpong.bus.Bus;
import io.trashpong.bus.BusConfig;
import io.trashpong.bus.BusSecrets;
import io.trashpong.bus.DurableTopic;
import io.trashpong.bus.PgBus;
import io.trashpong.bus.ReplicaId;
import io.trashpong.bus.testing.SharedSecret;
import io.trashpong.protocol.event.AuthEvent;
import io.trashpong.protocol.event.RelayEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** Another service, as the lobby hears it: with a bus of its own. */
public final class OtherService implements AutoCloseable {
    private static final String ROLE = "trashpong_relay";

    private final Vertx vertx = Vertx.vertx();
    private final String topic;
    private final Bus bus;
    private final DurableTopic events;

    private OtherService(String topic) {
        this.topic = topic;
        var url = ConfigProvider.getConfig().getValue("trashpong.db-url", String.class);
        var access = new BusConfig(ReplicaId.createFor("test"), url, ROLE, ROLE, BusSecrets.of(SharedSecret.BUS));
        bus = PgBus.create(vertx, access);
        events = bus.openDurable(topic);
        await(bus.start());
    }

    public static OtherService relay() {
        return new OtherService(RelayEvent.TOPIC);
    }

    /** The real one rings no bell; this one does, so that no test waits for the lobby's next look. */
    public static OtherService auth() {
        return new OtherService(AuthEvent.TOPIC);
    }

    public void tell(String event) {
        Database.execute("INSERT INTO bus.outbox (topic, payload) VALUES (?, ?::jsonb)", topic, event);
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
