package io.trashpong.lobby.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The tests' own way into the service's Postgres, as superuser. */
public final class Database {
    private Database() {}

    public static Connection connect() throws SQLException {
        var url = ConfigProvider.getConfig().getValue("trashpong.db-url", String.class);
        return DriverManager.getConnection("jdbc:" + url, "postgres", "postgres");
    }

    public static void execute(String sql, String... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Ends every room in which somebody waits, as the service would: with versions of their own. */
    public static void endWaitingRooms() {
        execute("""
                WITH chosen AS (SELECT id, row_number() OVER () AS n FROM lobby.room WHERE status = 'waiting'),
                next AS (UPDATE lobby.feed_version SET value = value + (SELECT count(*) FROM chosen)
                  RETURNING value - (SELECT count(*) FROM chosen) AS version)
                UPDATE lobby.room AS room SET gone_at = clock_timestamp(), version = next.version + chosen.n
                FROM chosen, next WHERE room.id = chosen.id""");
    }

    /** The first column of all rows, as text. */
    public static List<String> query(String sql, String... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
