package io.trashpong.relay.ownership;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.relay.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may hold whom for dead, as Postgres judges it. */
final class DeathTest {
    private static TestDatabase database;
    private final String judge = "relay.judge-" + UUID.randomUUID().toString().substring(0, 8);
    private final String suspect =
            "relay.suspect-" + UUID.randomUUID().toString().substring(0, 8);
    private TestDatabase.Lock judging;
    private TestDatabase.Lock suspected;

    @BeforeAll
    static void prepare() {
        database = TestDatabase.create();
    }

    @BeforeEach
    void bothAreWell() {
        judging = database.lock(judge);
        suspected = database.lock(suspect);
        lease(judge, "1 hour", "1 hour");
        lease(suspect, "3 seconds", "1 hour");
    }

    @AfterEach
    void close() {
        judging.close();
        suspected.close();
    }

    @Test
    void who_holds_lock_and_lease_lives() {
        assertFalse(isDead());
    }

    @Test
    void a_free_lock_is_death() {
        suspected.close();
        assertTrue(isDead());
    }

    @Test
    void a_lease_run_out_is_death_though_the_lock_is_held() {
        lease(suspect, "-1 second", "1 hour");
        assertTrue(isDead());
    }

    @Test
    void nobody_is_dead_to_a_judge_whose_own_lease_ran_out_for_then_postgres_itself_was_away() {
        lease(suspect, "-1 second", "1 hour");
        lease(judge, "-1 second", "1 hour");
        assertFalse(isDead(), "not renewed yet");
        lease(judge, "3 seconds", "-1 minute");
        assertFalse(isDead(), "renewed just now, as the suspect may be about to");
    }

    @Test
    void nobody_is_dead_to_a_judge_who_has_just_connected_for_then_every_lock_fell_free() {
        suspected.close();
        assertFalse(isDead("1 minute"), "connected just now");
        judging.close();
        assertFalse(isDead(), "deaf");
    }

    private boolean isDead() {
        return isDead("0 seconds");
    }

    private boolean isDead(String settled) {
        return database.query("SELECT relay.is_dead('%s', '%s', '%s')".formatted(suspect, judge, settled))
                .equals("t");
    }

    private static void lease(String replica, String left, String unbroken) {
        database.execute("INSERT INTO relay.replica (id, expires_at, unbroken_since, rooms, draining)"
                + " VALUES ('%s', now() + interval '%s', now() - interval '%s', 0, false)"
                        .formatted(replica, left, unbroken)
                + " ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at,"
                + " unbroken_since = excluded.unbroken_since");
    }
}
