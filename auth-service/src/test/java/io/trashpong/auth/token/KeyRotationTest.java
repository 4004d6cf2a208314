package io.trashpong.auth.token;

import static io.trashpong.auth.testing.Api.createGuest;
import static io.trashpong.auth.testing.Api.me;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.AuthConfig;
import io.trashpong.auth.EventLog;
import io.trashpong.auth.database.Database;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas: the one that serves HTTP here, and another with keys of its own in memory, over the same table. */
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus and the set-up set the fields.
class KeyRotationTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Player PLAYER = new Player(PlayerId.random(), "Rosetta");

    @Inject
    Database database;

    @Inject
    KeySet serving;

    @Inject
    KeyRotation rotation;

    @Inject
    AuthConfig config;

    @Inject
    EventLog events;

    @Postgres.Mine
    PostgresServer postgres;

    private KeySet other;
    private KeyRotation otherRotation;

    @BeforeEach
    void startAnotherReplica() {
        var store = new KeyStore(database);
        other = new KeySet(store);
        other.load();
        otherRotation = new KeyRotation(store, other, config, events);
    }

    @AfterEach
    void leaveOneKey() {
        postgres.execute("DELETE FROM auth.signing_key WHERE state <> 'current'");
        serving.reload().await().atMost(LIMIT);
    }

    @Test
    void while_the_key_is_young_nothing_moves() {
        var before = states();
        run(rotation);
        run(otherRotation);
        assertEquals(before, states());
    }

    @Test
    void a_successor_is_published_everywhere_before_it_signs_and_no_token_is_refused_on_the_way() {
        String first = serving.getCurrent().kid();
        age("current", config.keyDays() + " days");
        run(rotation);
        run(otherRotation);
        String next = postgres.query("SELECT kid FROM auth.signing_key WHERE state = 'next'");
        assertEquals("current, next", states(), "two replicas announce one");
        assertEquals(first, serving.getCurrent().kid(), "it does not sign yet");
        other.reload().await().atMost(LIMIT);
        for (var replica : List.of(serving, other)) {
            assertTrue(replica.publicJwks().contains(next), "it is known to be coming");
        }

        age("next", KeyRotation.PUBLISHED_BEFORE.minusSeconds(5).toSeconds() + " seconds");
        run(otherRotation);
        assertEquals("current, next", states(), "not everybody may have read it yet");
        age("next", "10 seconds");
        run(otherRotation);
        assertEquals(next, other.getCurrent().kid());
        assertEquals(first, serving.getCurrent().kid(), "it has not looked since");
        assertTaken(other);
        assertTaken(serving);

        run(rotation);
        serving.reload().await().atMost(LIMIT);
        assertEquals(next, serving.getCurrent().kid());
        assertTaken(other);
        assertTaken(serving);
    }

    @Test
    void what_a_retired_key_signed_is_good_until_it_has_run_out() {
        String token = createGuest("Rosetta").statusCode(201).extract().path("token");
        String first = serving.getCurrent().kid();
        rotateNow();
        assertNotEquals(first, serving.getCurrent().kid());
        me(token).statusCode(200);

        age("retired", KeyRotation.PUBLISHED_AFTER.plusMinutes(1).toSeconds() + " seconds");
        run(otherRotation);
        serving.reload().await().atMost(LIMIT);
        assertEquals("current", states());
        assertFalse(serving.publicJwks().contains(first));
        me(token).statusCode(401);
    }

    /** As an operator does who can't wait: what he sets is when the key began. */
    private void rotateNow() {
        age("current", "infinity");
        run(rotation);
        age("next", "infinity");
        run(rotation);
    }

    private void assertTaken(KeySet signs) {
        var signer = new TokenSigner(signs, Clock.systemUTC());
        me(new UserTokens(signer).mint(PLAYER, true)).statusCode(200);
    }

    private void age(String state, String interval) {
        postgres.execute("UPDATE auth.signing_key SET state_since = state_since - interval '" + interval
                + "' WHERE state = '" + state + "'");
    }

    private String states() {
        return postgres.query("SELECT string_agg(state, ', ' ORDER BY state) FROM auth.signing_key");
    }

    private static void run(KeyRotation rotation) {
        rotation.run().await().atMost(LIMIT);
    }
}
