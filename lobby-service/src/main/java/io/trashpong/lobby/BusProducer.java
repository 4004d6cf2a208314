package io.trashpong.lobby;

import io.micrometer.core.instrument.MeterRegistry;
import io.trashpong.bus.Bus;
import io.trashpong.bus.BusConfig;
import io.trashpong.bus.BusSecrets;
import io.trashpong.bus.PgBus;
import io.trashpong.bus.ReplicaId;
import io.trashpong.lobby.config.LobbyConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/** This replica's end of the bus. Features open their topics on it; {@link LobbyLifecycle} starts and stops it. */
@Dependent
class BusProducer {
    private static final int RANDOM_BYTES = 8;

    @Produces
    @Singleton
    Bus bus(Vertx vertx, LobbyConfig config, MeterRegistry meters) {
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        var self = new ReplicaId("lobby." + HexFormat.of().formatHex(random));
        var secrets = BusSecrets.of(config.busSecret(), config.busSecretOther());
        var access = new BusConfig(self, config.dbUrl(), config.dbUser(), config.dbPassword(), secrets);
        return PgBus.create(vertx, access, meters);
    }
}
