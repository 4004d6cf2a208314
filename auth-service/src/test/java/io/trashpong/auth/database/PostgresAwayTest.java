package io.trashpong.auth.database;

import static io.trashpong.auth.testing.Api.COOKIE;
import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.createGuest;
import static io.trashpong.auth.testing.Api.me;
import static io.trashpong.auth.testing.Api.renew;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field.
class PostgresAwayTest {
    private static final long ANSWER_LIMIT_MILLIS = 3_000;
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(2);

    @Postgres.Mine
    PostgresServer postgres;

    @Test
    void while_postgres_is_frozen_every_request_is_answered_in_time() throws Exception {
        var guest = createGuest("Frosty").statusCode(201).extract();
        var postmaster = postmaster();
        signalAll("STOP", postmaster);
        try {
            assertUnavailable(createGuest("Frosty"));
            assertUnavailable(renew(guest.cookie(COOKIE)));
            me(guest.path("token")).statusCode(200);
            RestAssured.get("/.well-known/jwks.json").then().statusCode(200);
        } finally {
            signalAll("CONT", postmaster);
        }
        await().atMost(RECOVERY_LIMIT).untilAsserted(() -> createGuest("Frosty").statusCode(201));
    }

    @Test
    void while_postgres_takes_no_connection_every_request_is_answered_in_time() {
        postgres.execute("ALTER ROLE trashpong_auth NOLOGIN");
        try {
            postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'trashpong_auth'");
            assertUnavailable(createGuest("Outsider"));
        } finally {
            postgres.execute("ALTER ROLE trashpong_auth LOGIN");
        }
        await().atMost(RECOVERY_LIMIT)
                .untilAsserted(() -> createGuest("Outsider").statusCode(201));
    }

    private static void assertUnavailable(ValidatableResponse answer) {
        assertProblem(answer, 503, "unavailable");
        answer.header("Retry-After", notNullValue()).time(lessThan(ANSWER_LIMIT_MILLIS));
    }

    /** To the postmaster first, so that no new backend escapes. */
    private static void signalAll(String signal, ProcessHandle postmaster) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> Long.toString(process.pid()))
                .forEach(command::add);
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private ProcessHandle postmaster() {
        var pid = postgres.query("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)");
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
