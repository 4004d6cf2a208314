package io.trashpong.bus.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Objects;

/** A Postgres server of the test's own, with the services' roles and schemas; each role's password is its name. */
public final class PostgresServer implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres postgres;

    private PostgresServer(Path data, EmbeddedPostgres postgres) {
        this.data = data;
        this.postgres = postgres;
    }

    public static PostgresServer start() {
        return start(false);
    }

    /** Ends with the JVM, and its data go with it: for all tests of one run. */
    public static PostgresServer startForTheJvm() {
        return start(true);
    }

    private static PostgresServer start(boolean cleans) {
        try {
            var data = Files.createTempDirectory("trashpong-postgres");
            var server = new PostgresServer(
                    data, builder(data).setCleanDataDirectory(cleans).start());
            server.execute(bootstrap());
            for (String service : new String[] {"auth", "lobby", "relay"}) {
                server.execute("ALTER ROLE trashpong_%1$s PASSWORD 'trashpong_%1$s'".formatted(service));
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded Postgres does not start", e);
        }
    }

    /** Without scheme prefix and credentials: {@code postgresql://localhost:PORT/postgres}. */
    public String url() {
        return "postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    public int port() {
        return postgres.getPort();
    }

    /** Runs statements as superuser. */
    public void execute(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("can't run: " + sql, e);
        }
    }

    /** The first column of the first row of a query run as superuser. */
    public String query(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + sql);
            }
            return Objects.requireNonNullElse(rows.getString(1), "");
        } catch (SQLException e) {
            throw new IllegalStateException("can't run: " + sql, e);
        }
    }

    /** As in a crash: no good-bye to anybody, and recovery at the next {@link #startAgain}. */
    public void stopImmediately() {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            var process = ProcessHandle.of(postmaster).orElseThrow();
            // SIGQUIT is what "pg_ctl stop -m immediate" sends.
            new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster))
                    .start()
                    .onExit()
                    .join();
            process.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded Postgres does not stop", e);
        }
    }

    /** With the same data on the same port. */
    public void startAgain() {
        int port = postgres.getPort();
        try {
            postgres.close();
            postgres = builder(data).setPort(port).start();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded Postgres does not start again", e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> {
                    if (!file.delete()) {
                        file.deleteOnExit();
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded Postgres does not stop", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                // Off by default in the embedded one: then a crash would lose what was committed.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200");
    }

    private static String bootstrap() throws IOException {
        try (var in = PostgresServer.class.getResourceAsStream("/db/bootstrap.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
