package io.trashpong.bus;

import org.flywaydb.core.Flyway;

/** The bus's own tables, in the schema {@code bus} that the operator's bootstrap has made. */
public final class BusSchema {
    private static final int CONNECT_RETRIES = 10;

    private BusSchema() {}

    /**
     * Brings the schema to its newest version. Any number of replicas may do it at once; one does the work, the others wait.
     *
     * @param url as in {@link BusConfig#url}
     * @param user a service's role, which may step into {@code trashpong_bus}, the owner of the schema
     */
    public static void migrate(String url, String user, String password) {
        Flyway.configure(BusSchema.class.getClassLoader())
                .dataSource("jdbc:" + BusConfig.withoutPrefix(url), user, password)
                .initSql("SET ROLE trashpong_bus")
                .connectRetries(CONNECT_RETRIES)
                .locations("classpath:db/bus")
                .schemas("bus")
                .defaultSchema("bus")
                .createSchemas(false)
                .load()
                .migrate();
    }
}
