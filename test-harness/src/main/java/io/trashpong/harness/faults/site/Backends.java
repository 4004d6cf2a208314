package io.trashpong.harness.faults.site;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Postgres's own processes, one for each connection, ended by {@code pg_terminate_backend} as an operator or a failover does. */
public final class Backends {
    /** A replica holds its session lock on the connection that it listens on. */
    private static final String LISTENERS = "SELECT DISTINCT a.pid FROM pg_stat_activity a JOIN pg_locks l USING (pid)"
            + " WHERE l.locktype = 'advisory' AND a.usename = ? ORDER BY a.pid";

    private static final String ALL = "SELECT pid FROM pg_stat_activity WHERE usename = ?";
    private static final String TERMINATE = "SELECT pg_terminate_backend(?)";

    private final FaultSite site;

    Backends(FaultSite site) {
        this.site = site;
    }

    /** @param service {@code lobby} or {@code relay} */
    public List<Integer> listeners(String service) throws SQLException {
        return ask(LISTENERS, service);
    }

    /** Ends every connection of a service at once. */
    public void terminateAll(String service) throws SQLException {
        for (int backend : ask(ALL, service)) {
            terminate(backend);
        }
    }

    public void terminate(int backend) throws SQLException {
        try (var connection = site.stack().postgres().superuser();
                var statement = connection.prepareStatement(TERMINATE)) {
            statement.setInt(1, backend);
            statement.executeQuery().close();
        }
    }

    private List<Integer> ask(String sql, String service) throws SQLException {
        var pids = new ArrayList<Integer>();
        try (var connection = site.stack().postgres().superuser();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, "trashpong_" + service);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    pids.add(rows.getInt(1));
                }
            }
        }
        return pids;
    }
}
