package io.trashpong.relay.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.trashpong.bus.testing.SharedSecret;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import java.util.Map;

/** Postgres and auth for a relay under test. */
public final class RelayEnvironment implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        var database = TestDatabase.create();
        var auth = AuthServer.start(vertx);
        return Map.of(
                "trashpong.db.url",
                database.url(),
                "trashpong.db.user",
                "trashpong_relay",
                "trashpong.db.password",
                "trashpong_relay",
                "trashpong.bus.secret",
                SharedSecret.BUS,
                "trashpong.auth.url",
                auth.url(),
                "test.ticket-key",
                auth.exportKey());
    }

    @Override
    public void stop() {
        Waiting.await(vertx.close());
    }
}
