package io.trashpong.bus;

import io.vertx.pgclient.PgConnectOptions;

/**
 * Who this replica is and where Postgres is.
 *
 * @param url {@code postgresql://host:port/database}, with {@code ?sslmode=…} where needed; a prefix {@code jdbc:} or
 *     {@code vertx-reactive:} is taken off. It must lead to Postgres itself or a session pooler: LISTEN is session state
 * @param user one of the services' roles
 * @param password never logged
 * @param secrets what replicas seal with
 */
public record BusConfig(ReplicaId self, String url, String user, String password, BusSecrets secrets) {
    public BusConfig {
        url = withoutPrefix(url);
    }

    /** For JDBC. */
    public String jdbcUrl() {
        return "jdbc:" + url;
    }

    PgConnectOptions connectOptions() {
        var options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
        options.addProperty("application_name", self.value());
        return options.setConnectTimeout((int) BusLimits.DEAF_AFTER.toMillis());
    }

    static String withoutPrefix(String url) {
        return url.startsWith("postgresql:") ? url : url.substring(url.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return "BusConfig[self=%s, url=%s, user=%s]".formatted(self, url, user);
    }
}
