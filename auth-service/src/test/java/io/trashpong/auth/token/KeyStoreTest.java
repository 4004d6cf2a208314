package io.trashpong.auth.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.trashpong.auth.database.Database;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the fields.
class KeyStoreTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Inject
    Database database;

    @Inject
    KeySet serving;

    @Postgres.Mine
    PostgresServer postgres;

    @Test
    void replicas_that_start_at_once_share_one_key() {
        postgres.execute("CREATE TABLE auth.kept AS TABLE auth.signing_key; DELETE FROM auth.signing_key");
        try {
            var starts = List.of(start(), start(), start(), start());
            var loaded = Uni.join().all(starts).andFailFast().await().atMost(LIMIT);
            var kids = loaded.stream()
                    .map(keys -> keys.stream().map(SigningKey::kid).toList())
                    .distinct()
                    .toList();
            assertEquals(1, kids.size(), "all replicas have the same keys");
            assertEquals(1, kids.getFirst().size());
        } finally {
            postgres.execute("""
                    DELETE FROM auth.signing_key;
                    INSERT INTO auth.signing_key TABLE auth.kept;
                    DROP TABLE auth.kept""");
        }
    }

    @Test
    void a_key_comes_back_from_the_table_as_it_went_in() {
        var loaded = start().await().atMost(LIMIT).getFirst();
        assertEquals(serving.getCurrent().kid(), loaded.kid());
        assertArrayEquals(
                serving.getCurrent().pair().getPrivate().getEncoded(),
                loaded.pair().getPrivate().getEncoded());
    }

    @Test
    void a_key_that_another_replica_announced_is_published_and_does_not_sign() {
        var before = serving.getCurrent().kid();
        var next = SigningKey.generate(SigningKey.State.NEXT);
        postgres.execute("INSERT INTO auth.signing_key (kid, public_key, private_key, state) VALUES ('" + next.kid()
                + "', '\\x" + hex(next.pair().getPublic().getEncoded()) + "', '\\x"
                + hex(next.pair().getPrivate().getEncoded()) + "', 'next')");
        try {
            serving.reload().await().atMost(LIMIT);
            assertEquals(before, serving.getCurrent().kid());
            assertEquals(next.kid(), serving.find(next.kid()).orElseThrow().kid());
            assertTrue(serving.publicJwks().contains(next.kid()));
        } finally {
            postgres.execute("DELETE FROM auth.signing_key WHERE state = 'next'");
            serving.reload().await().atMost(LIMIT);
        }
    }

    @Test
    void a_key_shows_nothing_of_itself_in_a_log() {
        assertEquals(
                "SigningKey[" + serving.getCurrent().kid() + ", CURRENT]",
                serving.getCurrent().toString());
    }

    private Uni<List<SigningKey>> start() {
        return new KeyStore(database).loadOrCreate();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
