package io.trashpong.bus;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * Whether a service can work with its database, asked once before anything is started: it is waited for when it does not answer
 * yet, and what no waiting mends is said in a sentence.
 */
public final class DatabaseGate {
    /** {@code EX_UNAVAILABLE} of sysexits.h: how a service ends whose database can't be used. */
    public static final int EXIT_UNAVAILABLE = 69;

    private static final int OLDEST_VERSION = 18;
    private static final int CONNECT_SECONDS = 5;
    private static final long LOOK_MILLIS = 500;

    private static final String WRONG_PASSWORD = "28";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NOT_ALLOWED = "42501";

    private static final String RIGHTS = """
            SELECT pg_is_in_recovery(),
              (SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = ?),
              (SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = 'bus')
                AND (SELECT pg_has_role(oid, 'SET') FROM pg_roles WHERE rolname = 'trashpong_bus')""";

    private final String url;
    private final String user;
    private final String password;
    private final String schema;

    /**
     * @param url as in {@link BusConfig#url}
     * @param schema that the role {@code user} is to own
     */
    public DatabaseGate(String url, String user, String password, String schema) {
        this.url = BusConfig.withoutPrefix(url);
        this.user = user;
        this.password = password;
        this.schema = schema;
    }

    /**
     * Blocks until Postgres answers.
     *
     * @param patience for how long it may be away
     * @return what is wrong, or nothing
     */
    public Optional<String> fault(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean said = false;
        while (true) {
            try (var connection = connect()) {
                return fault(connection);
            } catch (SQLException e) {
                Optional<String> lasting = lasting(e);
                if (lasting.isPresent()) {
                    return lasting;
                }
                if (System.nanoTime() > deadline) {
                    return Optional.of("Postgres does not answer at %s since %d s: %s"
                            .formatted(url, patience.toSeconds(), e.getMessage()));
                }
                if (!said) {
                    System.err.println("waiting for Postgres at " + url + ": " + e.getMessage());
                    said = true;
                }
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("ApplicationName", "trashpong start");
        return DriverManager.getConnection("jdbc:" + url, properties);
    }

    /** What waiting does not mend; the driver says by the SQL state whether it was refused or nobody was there. */
    private Optional<String> lasting(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith(WRONG_PASSWORD)) {
            return Optional.of("Postgres at %s refuses the role %s or its password.".formatted(url, user));
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return Optional.of("There is no such database as %s names.".formatted(url));
        }
        if (state.equals(NOT_ALLOWED)) {
            return Optional.of("The role %s may not connect to the database of %s: run db/bootstrap.sql as superuser."
                    .formatted(user, url));
        }
        return Optional.empty();
    }

    private Optional<String> fault(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            return Optional.of(
                    "Postgres at %s is version %d: %d or newer is needed.".formatted(url, version, OLDEST_VERSION));
        }
        try (var question = connection.prepareStatement(RIGHTS)) {
            question.setString(1, schema);
            try (var answer = question.executeQuery()) {
                answer.next();
                return fault(answer);
            }
        }
    }

    private Optional<String> fault(ResultSet answer) throws SQLException {
        if (answer.getBoolean(1)) {
            return Optional.of("Postgres at %s is a standby and takes no writes: name the primary.".formatted(url));
        }
        if (!answer.getBoolean(2)) {
            return Optional.of(
                    "The role %s does not own a schema %s in the database of %s: run db/bootstrap.sql as superuser."
                            .formatted(user, schema, url));
        }
        if (!answer.getBoolean(3)) {
            return Optional.of(
                    "The role %s may not use the schema bus in the database of %s: run db/bootstrap.sql as superuser."
                            .formatted(user, url));
        }
        return Optional.empty();
    }
}
