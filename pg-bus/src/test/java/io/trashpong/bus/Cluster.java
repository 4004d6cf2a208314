package io.trashpong.bus;

import io.trashpong.bus.testing.PostgresServer;
import io.trashpong.bus.testing.SharedSecret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Replicas on one Postgres with the bus's schema; all end with the test. */
final class Cluster implements AutoCloseable {
    final PostgresServer postgres;
    final Vertx vertx = Vertx.vertx();
    private final List<Replica> replicas = new ArrayList<>();

    private Cluster(PostgresServer postgres) {
        this.postgres = postgres;
    }

    static Cluster on(PostgresServer postgres) {
        BusSchema.migrate(postgres.url(), "trashpong_relay", "trashpong_relay");
        return new Cluster(postgres);
    }

    Replica start() {
        return start("relay");
    }

    Replica start(String service) {
        var replica = create(service);
        await(replica.bus.start());
        return replica;
    }

    Replica create(String service) {
        return create(config(service));
    }

    Replica create(BusConfig config) {
        var replica = new Replica(vertx, config);
        replicas.add(replica);
        return replica;
    }

    /** A connection of a service, as its business code has it. */
    PgConnection connect(String service) {
        return connectAs("trashpong_" + service);
    }

    PgConnection connectAs(String role) {
        return await(PgConnection.connect(
                vertx, PgConnectOptions.fromUri(postgres.url()).setUser(role).setPassword(role)));
    }

    BusConfig config(String service) {
        return config(service, BusSecrets.of(SharedSecret.BUS));
    }

    BusConfig config(String service, BusSecrets secrets) {
        var role = "trashpong_" + service;
        return new BusConfig(ReplicaId.createFor(service), postgres.url(), role, role, secrets);
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("did not come to be", e);
        }
    }

    @Override
    public void close() {
        replicas.forEach(replica -> await(replica.bus.stop()));
        await(vertx.close());
    }
}
