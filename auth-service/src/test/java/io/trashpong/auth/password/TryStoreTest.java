package io.trashpong.auth.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.trashpong.auth.name.PlayerName;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the fields.
class TryStoreTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final TryKey KEY = new TryKey(PlayerName.ofStored("Owner"), "203.0.113.1");

    @Inject
    Database database;

    @Postgres.Mine
    PostgresServer postgres;

    private TryStore one;
    private TryStore other;

    @BeforeEach
    void startTwoReplicas() {
        one = new TryStore(database);
        other = new TryStore(database);
        postgres.execute("TRUNCATE auth.password_try");
    }

    @Test
    void ten_tries_are_let_through_whichever_replica_is_asked() {
        for (int tried = 0; tried < TryStore.MOST_TRIES; tried++) {
            assertEquals(OptionalInt.empty(), count(tried % 2 == 0 ? one : other, KEY));
        }
        assertRefused(count(one, KEY));
        assertRefused(count(other, KEY));
    }

    @Test
    void of_many_at_once_ten_are_let_through() {
        var tries = IntStream.range(0, 40)
                .mapToObj(number -> (number % 2 == 0 ? one : other).count(KEY))
                .toList();
        var waits = Uni.join().all(tries).andFailFast().await().atMost(LIMIT);
        assertEquals(
                TryStore.MOST_TRIES, waits.stream().filter(OptionalInt::isEmpty).count());
    }

    @Test
    void the_owner_is_not_locked_out_from_elsewhere_nor_anybody_else_from_there() {
        exhaust();
        assertEquals(OptionalInt.empty(), count(one, new TryKey(KEY.name(), "203.0.113.2")));
        assertEquals(OptionalInt.empty(), count(one, new TryKey(PlayerName.ofStored("Another"), KEY.source())));
        assertRefused(count(one, new TryKey(PlayerName.ofStored("ＯＷＮＥＲ"), KEY.source())));
    }

    @Test
    void each_try_counts_for_a_quarter_of_an_hour() {
        exhaust();
        postgres.execute("UPDATE auth.password_try SET tried_at[1] = tried_at[1] - interval '15 min'");
        assertEquals(OptionalInt.empty(), count(one, KEY));
        assertRefused(count(one, KEY));
        assertEquals("10", postgres.query("SELECT cardinality(tried_at) FROM auth.password_try"));
    }

    @Test
    void who_knows_the_password_starts_afresh() {
        exhaust();
        database.inTransaction(connection -> one.forget(connection, KEY))
                .await()
                .atMost(LIMIT);
        assertEquals(OptionalInt.empty(), count(other, KEY));
    }

    @Test
    void what_no_longer_counts_is_deleted_and_nothing_is_readable() {
        assertEquals(OptionalInt.empty(), count(one, KEY));
        assertEquals(OptionalInt.empty(), count(one, new TryKey(PlayerName.ofStored("Another"), KEY.source())));
        var mine = "key = '\\x" + HexFormat.of().formatHex(KEY.hash()) + "'";
        postgres.execute("UPDATE auth.password_try SET last_at = last_at - interval '15 min' WHERE " + mine);
        assertEquals(1, one.deleteOld(100).await().atMost(LIMIT));
        assertEquals("0", postgres.query("SELECT count(*) FROM auth.password_try WHERE " + mine));
    }

    private void exhaust() {
        for (int tried = 0; tried < TryStore.MOST_TRIES; tried++) {
            assertEquals(OptionalInt.empty(), count(one, KEY));
        }
    }

    private static void assertRefused(OptionalInt wait) {
        int most = Math.toIntExact(TryStore.PERIOD.toSeconds());
        assertTrue(wait.isPresent() && wait.getAsInt() > most - 60 && wait.getAsInt() <= most, wait::toString);
    }

    private static OptionalInt count(TryStore replica, TryKey key) {
        return replica.count(key).await().atMost(LIMIT);
    }
}
