package io.trashpong.bus;

import io.trashpong.bus.testing.PostgresServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
        var replica = new Replica(vertx, config(service));
        replicas.add(replica);
        return replica;
    }

    /** A connection of a service, as its business code has it. */
    PgConnection connect(String service) {
        return await(PgConnection.connect(vertx, config(service).connectOptions()));
    }

    BusConfig config(String service) {
        var role = "trashpong_" + service;
        return new BusConfig(ReplicaId.createFor(service), postgres.url(), role, role);
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
