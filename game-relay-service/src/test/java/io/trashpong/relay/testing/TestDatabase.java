package io.trashpong.relay.testing;

import io.trashpong.bus.BusConfig;
import io.trashpong.bus.BusSchema;
import io.trashpong.bus.BusSecrets;
import io.trashpong.bus.testing.PostgresServer;
import io.trashpong.bus.testing.SharedSecret;
import io.trashpong.relay.RelayConfig;
import io.trashpong.relay.ownership.LeaseTimes;
import io.trashpong.relay.store.RelaySchema;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.UUID;

/**
 * A database of a test class's own, with the relay's tables, on the one Postgres of the test run. Rows, notifications and
 * locks of other classes are out of its reach.
 *
 * @param url {@code postgresql://host:port/database}
 */
public record TestDatabase(String url) {
    /** Where the run's Postgres is. A property, since Quarkus loads the classes of its tests anew. */
    private static final String SERVER = "trashpong.test.postgres";

    /** Shorter than in earnest, so that tests need not wait. */
    public static final LeaseTimes LEASE =
            new LeaseTimes(Duration.ofMillis(2_500), Duration.ofMillis(250), Duration.ofMillis(1_500));

    private static final String ROLE = "trashpong_relay";

    public static synchronized TestDatabase create() {
        String server = System.getProperty(SERVER);
        if (server == null) {
            var started = PostgresServer.startForTheJvm();
            server = "postgresql://localhost:" + started.port() + "/";
            migrate(started.url());
            System.setProperty(SERVER, server);
        }
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        new TestDatabase(server + "postgres").execute("CREATE DATABASE " + name + " TEMPLATE postgres");
        return new TestDatabase(server + name);
    }

    /** The relay as a user of any Postgres with the roles of {@link PostgresServer}. */
    public static BusConfig config(String url) {
        return new BusConfig(RelayConfig.randomReplica(), url, ROLE, ROLE, BusSecrets.of(SharedSecret.BUS));
    }

    /** Runs a statement as superuser. */
    public void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("can't run: " + sql, e);
        }
    }

    /** The first column of the first row of a query run as superuser. */
    public String query(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + sql);
            }
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException("can't run: " + sql, e);
        }
    }

    /** A session that holds that replica's lock until it is closed. */
    public Lock lock(String replica) {
        try {
            Connection session = connect();
            try (var statement = session.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(bus.lock_key('" + replica + "'))");
            }
            return () -> {
                try {
                    session.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (SQLException e) {
            throw new IllegalStateException("no lock for " + replica, e);
        }
    }

    /** May be closed twice. */
    @FunctionalInterface
    public interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /** Not by {@code DriverManager}: it knows the drivers of whichever class loader came first. */
    private Connection connect() throws SQLException {
        var superuser = new Properties();
        superuser.setProperty("user", "postgres");
        Driver driver = ServiceLoader.load(Driver.class, TestDatabase.class.getClassLoader())
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(driver.connect("jdbc:" + url, superuser));
    }

    private static void migrate(String url) {
        BusSchema.migrate(url, ROLE, ROLE);
        RelaySchema.migrate(config(url));
    }
}
