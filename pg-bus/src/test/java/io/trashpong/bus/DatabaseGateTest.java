package io.trashpong.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.bus.testing.PostgresServer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseGateTest {
    private static final Duration AT_ONCE = Duration.ofMillis(200);
    private static final PostgresServer postgres = PostgresServer.start();

    @BeforeAll
    static void migrate() {
        BusSchema.migrate(postgres.url(), "trashpong_relay", "trashpong_relay");
    }

    /** The embedded server trusts everybody; an operator's does not. */
    @BeforeAll
    static void demandPasswords() {
        postgres.execute("COPY (VALUES ('local all all trust'), ('host all trashpong_relay all scram-sha-256'),"
                + " ('host all all all trust')) TO '" + postgres.query("SHOW hba_file") + "'");
        postgres.execute("SELECT pg_reload_conf()");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @AfterEach
    void giveBack() {
        postgres.execute("GRANT trashpong_bus TO trashpong_relay WITH INHERIT FALSE, SET TRUE");
        postgres.execute("GRANT USAGE ON SCHEMA bus TO trashpong_relay");
        postgres.execute("GRANT CONNECT ON DATABASE postgres TO trashpong_relay");
        postgres.execute("ALTER SCHEMA relay OWNER TO trashpong_relay");
    }

    @Test
    void with_all_that_the_bootstrap_gives_it_is_open() throws Exception {
        assertEquals(Optional.empty(), fault(postgres.url(), "trashpong_relay", "relay"));
    }

    @Test
    void a_wrong_password_is_told_at_once() throws Exception {
        var gate = new DatabaseGate(postgres.url(), "trashpong_relay", "wrong", "relay");
        String fault = gate.fault(Duration.ofMinutes(5)).orElseThrow();
        assertTrue(fault.contains("refuses the role trashpong_relay or its password"), fault);
    }

    @Test
    void an_unknown_database_is_told_at_once() throws Exception {
        String url = postgres.url().replaceAll("/postgres$", "/pong");
        assertTold("There is no such database", fault(url, "trashpong_relay", "relay"));
    }

    @Test
    void another_services_role_is_told() throws Exception {
        assertTold("does not own a schema relay", fault(postgres.url(), "trashpong_lobby", "relay"));
        assertTold("does not own a schema elsewhere", fault(postgres.url(), "trashpong_relay", "elsewhere"));
    }

    @Test
    void a_role_without_rights_is_told() throws Exception {
        postgres.execute("REVOKE USAGE ON SCHEMA bus FROM trashpong_relay");
        assertTold("may not use the schema bus", fault(postgres.url(), "trashpong_relay", "relay"));
        giveBack();
        postgres.execute("REVOKE trashpong_bus FROM trashpong_relay");
        assertTold("may not use the schema bus", fault(postgres.url(), "trashpong_relay", "relay"));
        giveBack();
        postgres.execute("ALTER SCHEMA relay OWNER TO postgres");
        assertTold("does not own a schema relay", fault(postgres.url(), "trashpong_relay", "relay"));
        giveBack();
        postgres.execute("REVOKE CONNECT ON DATABASE postgres FROM trashpong_relay");
        assertTold("may not connect", fault(postgres.url(), "trashpong_relay", "relay"));
    }

    @Test
    void a_server_that_is_not_there_is_waited_for_and_then_told() throws Exception {
        assertTold("does not answer at", fault("postgresql://127.0.0.1:1/postgres", "trashpong_relay", "relay"));
    }

    @Test
    void an_older_database_is_brought_up_and_a_newer_one_is_worked_with() {
        postgres.execute("INSERT INTO bus.flyway_schema_history (installed_rank, version, description, type, script,"
                + " checksum, installed_by, execution_time, success) VALUES (900, '9000', 'later', 'SQL',"
                + " 'V9000__later.sql', 1, 'somebody', 1, true)");
        BusSchema.migrate(postgres.url(), "trashpong_relay", "trashpong_relay");
    }

    private static Optional<String> fault(String url, String user, String schema) throws InterruptedException {
        return new DatabaseGate(url, user, user, schema).fault(AT_ONCE);
    }

    private static void assertTold(String words, Optional<String> fault) {
        assertTrue(fault.orElse("nothing is told").contains(words), fault.orElse("nothing is told"));
    }
}
