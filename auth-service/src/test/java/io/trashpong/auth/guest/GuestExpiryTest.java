package io.trashpong.auth.guest;

import static io.trashpong.auth.testing.Api.COOKIE;
import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.createGuest;
import static io.trashpong.auth.testing.Api.renew;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the fields.
class GuestExpiryTest {
    @Inject
    GuestExpiry expiry;

    @Postgres.Mine
    PostgresServer postgres;

    @Test
    void a_guest_unused_for_thirty_days_is_gone_everywhere_and_his_name_free() {
        var gone = createGuest("Gone").statusCode(201).extract();
        createGuest("Stays").statusCode(201);
        postgres.execute(
                "UPDATE auth.player SET last_used_at = now() - interval '30 days 1 minute' WHERE name = 'Gone'");
        postgres.execute("UPDATE auth.player SET last_used_at = now() - interval '29 days' WHERE name = 'Stays'");
        run();
        assertProblem(renew(gone.cookie(COOKIE)), 401, "token-invalid");
        var told = "SELECT count(*) FROM bus.outbox WHERE topic = 'auth' AND payload->>'type' = 'player-deleted'"
                + " AND payload->>'player' = '" + gone.path("player.id") + "'";
        assertEquals("1", postgres.query(told), "the other services forget him too");
        createGuest("Gone").body("player.name", equalTo("Gone"));
        createGuest("Stays").body("player.name", equalTo("Stays 2"));
    }

    @Test
    void a_session_whose_last_token_expired_is_gone() {
        String player = createGuest("Lapsed").statusCode(201).extract().path("player.id");
        var sessions = "SELECT count(*) FROM auth.session WHERE player = '" + player + "'";
        assertEquals("1", postgres.query(sessions));
        postgres.execute("UPDATE auth.refresh_token SET issued_at = now() - interval '31 days' FROM auth.session"
                + " WHERE session.id = refresh_token.session AND player = '" + player + "'");
        run();
        assertEquals("0", postgres.query(sessions));
    }

    private void run() {
        expiry.run().await().atMost(Duration.ofSeconds(5));
    }
}
