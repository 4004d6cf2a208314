package io.trashpong.harness.roll;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The database as the next version's migrations would leave it, the expanding half of expand and contract: every table has a
 * column that today's services don't know, and the history of migrations has one that they have no file of.
 */
final class LaterVersion {
    private static final List<String> SCHEMAS = List.of("auth", "lobby", "relay", "bus");
    /** Migrations wait for locks no longer than players do. */
    private static final String PATIENCE = "SET lock_timeout = '1s'";

    private LaterVersion() {}

    static void expand(Cluster cluster) {
        try (Connection connection = cluster.superuser();
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(PATIENCE);
            for (String schema : SCHEMAS) {
                for (String table : tables(statement, schema)) {
                    boolean _ =
                            statement.execute("ALTER TABLE " + schema + "." + table + " ADD COLUMN later_version text");
                }
                boolean _ = statement.execute(history(schema));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be expanded", e);
        }
    }

    private static String history(String schema) {
        return """
            INSERT INTO %1$s.flyway_schema_history
              (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            SELECT max(installed_rank) + 1, '9000', 'later version', 'SQL', 'V9000__later_version.sql', 1, current_user, 1, true
            FROM %1$s.flyway_schema_history""".formatted(schema);
    }

    private static List<String> tables(Statement statement, String schema) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = '" + schema
                + "' AND tablename <> 'flyway_schema_history'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
