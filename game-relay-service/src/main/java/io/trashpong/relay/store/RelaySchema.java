package io.trashpong.relay.store;

import io.trashpong.bus.BusConfig;
import org.flywaydb.core.Flyway;

/** The relay's own tables, in the schema {@code relay} that the operator's bootstrap has made. */
public final class RelaySchema {
    private static final int CONNECT_RETRIES = 10;

    private RelaySchema() {}

    /** Brings the schema to its newest version. Any number of replicas may do it at once. */
    public static void migrate(BusConfig database) {
        Flyway.configure(RelaySchema.class.getClassLoader())
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .connectRetries(CONNECT_RETRIES)
                .locations("classpath:db/migration")
                .schemas("relay")
                .defaultSchema("relay")
                .createSchemas(false)
                .load()
                .migrate();
    }
}
