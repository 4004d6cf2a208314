package io.trashpong.bus;

import io.trashpong.bus.testing.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One Postgres for the class, replicas and an empty outbox for each test. */
abstract class WithCluster {
    private static @Nullable PostgresServer server;
    Cluster cluster;

    @BeforeAll
    static void startPostgres() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopPostgres() {
        postgres().close();
        server = null;
    }

    @BeforeEach
    void startCluster() {
        cluster = Cluster.on(postgres());
        postgres().execute("TRUNCATE bus.outbox, bus.cursor");
    }

    @AfterEach
    void stopCluster() {
        cluster.close();
    }

    static PostgresServer postgres() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }
}
