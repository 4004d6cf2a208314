package io.trashpong.harness.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The stack's database: a real Postgres server on the loopback interface, its data kept in the stack's folder. */
public final class Postgres implements AutoCloseable {
    private static final String VERSION = "18";
    private static final Duration START = Duration.ofSeconds(20);
    /** A server that is nowhere to be seen for so long has ended. */
    private static final Duration GONE = Duration.ofSeconds(4);

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final String SUPERUSER_SECRET = "postgres-superuser";
    private static final String START_AFRESH =
            " To start with an empty database (players and results are lost): ./trashpong up --fresh";

    private final StackFolder folder;
    private EmbeddedPostgres server;

    private Postgres(StackFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /** @throws StackFailure when it does not come up, with what to do */
    static Postgres start(StackFolder folder) {
        Path data = folder.postgresData();
        if (Files.exists(data) && !Files.exists(folder.postgresMade())) {
            folder.dropPostgres();
        }
        demandOurVersion(data);
        stopLeftover(data);
        return new Postgres(folder, serve(folder, FreePorts.take(1).getFirst()));
    }

    private static EmbeddedPostgres serve(StackFolder folder, int port) {
        Path data = folder.postgresData();
        String password = folder.secret(SUPERUSER_SECRET);
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(binaries().toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START)
                    .setPort(port)
                    // The builder hands these to initdb as they are: a superuser with a password, none trusted unasked.
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig(
                            "pwfile", folder.secretFile(SUPERUSER_SECRET).toString())
                    .setConnectConfig("password", password)
                    .setServerConfig("max_connections", "200")
                    // The embedded server is made for tests and trades durability for speed; a result told is a result
                    // kept.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                            folder.log("postgres").toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                            folder.log("postgres").toFile()));
            EmbeddedPostgres server = Files.exists(folder.postgresMade()) ? startOn(data, builder) : builder.start();
            if (!Files.exists(folder.postgresMade())) {
                Files.createFile(folder.postgresMade());
            }
            return server;
        } catch (IOException | RuntimeException e) {
            stopLeftover(data);
            throw new StackFailure(
                    "Postgres does not start with the data in " + data + "; its log is " + folder.log("postgres") + "."
                            + START_AFRESH,
                    e);
        }
    }

    /** Starts on data that were used before. The builder's own wait goes on when the server has ended long since; this does not. */
    private static EmbeddedPostgres startOn(Path data, EmbeddedPostgres.Builder builder) throws IOException {
        var start = new FutureTask<>(builder::start);
        Thread starter = Thread.ofPlatform().name("postgres-start").daemon().start(start);
        long seen = System.nanoTime();
        try {
            while (System.nanoTime() - seen < GONE.toNanos()) {
                try {
                    return start.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    if (postmaster(data).isPresent()) {
                        seen = System.nanoTime();
                    }
                }
            }
            throw new IOException("the server has ended");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Postgres starts", e);
        } finally {
            starter.interrupt();
        }
    }

    /** Makes the services' roles and schemas as an operator would, and gives each role a new password. */
    void bootstrap(List<ServiceRole> roles) {
        try (var connection = superuser()) {
            try (var statement = connection.createStatement()) {
                statement.execute(bootstrapSql());
                for (ServiceRole role : roles) {
                    statement.execute(
                            "ALTER ROLE " + role.user() + " PASSWORD " + statement.enquoteLiteral(role.password()));
                }
            }
        } catch (SQLException e) {
            throw new StackFailure("Can't prepare the database: " + e.getMessage() + "." + START_AFRESH, e);
        }
    }

    /** As the services want it, without credentials: {@code postgresql://127.0.0.1:PORT/postgres}. */
    String url() {
        return url(server.getPort());
    }

    /** @param port where the services reach it */
    String url(int port) {
        return "postgresql://127.0.0.1:" + port + "/postgres";
    }

    int port() {
        return server.getPort();
    }

    /** The server and one process for each of its connections. */
    public List<ProcessHandle> processes() {
        return postmaster(folder.postgresData()).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.children()))
                .toList();
    }

    /** Starts a server that was killed again, on the same data and the same port. @return its process */
    public ProcessHandle revive() {
        int port = server.getPort();
        close();
        server = serve(folder, port);
        return postmaster(folder.postgresData()).orElseThrow();
    }

    long pid() {
        return postmaster(folder.postgresData()).map(ProcessHandle::pid).orElseThrow();
    }

    /** Up to a second old, as Postgres counts. */
    long commits() {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new StackFailure("Can't ask Postgres how much it has done: " + e.getMessage(), e);
        }
    }

    /** A connection that may do everything. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection("jdbc:" + url(), "postgres", folder.secret(SUPERUSER_SECRET));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres does not stop", e);
        } finally {
            stopLeftover(folder.postgresData());
        }
    }

    /** Shared by all checkouts of this user: unpacking takes longer than starting. */
    private static Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "trashpong-postgres-" + System.getProperty("user.name"));
    }

    private static void demandOurVersion(Path data) {
        try {
            Path file = data.resolve("PG_VERSION");
            if (Files.exists(file) && !Files.readString(file).strip().equals(VERSION)) {
                throw new StackFailure("The data in " + data + " is of another version of Postgres than " + VERSION
                        + "." + START_AFRESH);
            }
        } catch (IOException e) {
            throw new StackFailure("Can't read " + data + ": " + e.getMessage(), e);
        }
    }

    /** Ends a server that an unclean stop left on these data, if there is one. */
    private static void stopLeftover(Path data) {
        postmaster(data).ifPresent(process -> {
            boolean _ = ProcessEnd.of(process, STOP);
        });
    }

    /** The server on these data, by its own pid file; the number alone proves nothing, so the command is looked at too. */
    private static Optional<ProcessHandle> postmaster(Path data) {
        try {
            Path file = data.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String bootstrapSql() {
        try (var in = Postgres.class.getResourceAsStream("/db/bootstrap.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("db/bootstrap.sql can't be read", e);
        }
    }
}
