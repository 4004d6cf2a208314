package io.trashpong.auth.account;

import static io.restassured.RestAssured.given;
import static io.trashpong.auth.testing.Api.assertProblem;
import static io.trashpong.auth.testing.Api.createAccount;
import static io.trashpong.auth.testing.Api.logIn;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.specification.RequestSpecification;
import io.trashpong.auth.password.Password;
import io.trashpong.auth.password.PasswordWorkers;
import io.trashpong.auth.password.QuickCost;
import io.trashpong.auth.password.TryStore;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.bus.testing.PostgresServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the fields.
class GuessingTest {
    private static final String PASSWORD = "Kiefernzapfen im Regen";
    private static final int TRIES = 10;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Apart by no more than so much of the longer: a hash left out would be all of it but a few milliseconds. */
    private static final double MOST_APART = 0.5;

    private static final int MEASURED = 5;

    @Inject
    AccountStore accounts;

    @Inject
    PasswordStore passwords;

    @Inject
    TryStore tries;

    @Inject
    PasswordWorkers workers;

    @Postgres.Mine
    PostgresServer postgres;

    @Test
    void after_ten_guesses_the_guesser_waits_and_the_owner_does_not() {
        createAccount("Guessed", PASSWORD).statusCode(201);
        for (int guess = 0; guess < TRIES; guess++) {
            assertProblem(logIn(guesser(), "Guessed", "guess number " + guess), 403, "credentials-wrong");
        }
        var refused = logIn(guesser(), "GUESSED", PASSWORD).header("Retry-After", matchesPattern("[1-9]\\d{0,2}"));
        assertProblem(refused, 429, "too-many-requests");
        logIn("Guessed", PASSWORD).statusCode(201);
    }

    @Test
    void an_unknown_name_gets_the_same_answer() {
        createAccount("Known", PASSWORD).statusCode(201);
        var known = logIn("Known", "not the password").extract();
        var unknown = logIn("Unknown", "not the password").extract();
        assertEquals(403, unknown.statusCode());
        assertEquals(known.body().asString(), unknown.body().asString());
        assertEquals(names(known.headers().asList()), names(unknown.headers().asList()));
    }

    @Test
    void an_unknown_name_takes_as_long() {
        var hasher = QuickCost.realHasher();
        var real = new LogIns(accounts, new PasswordCheck(tries, workers, hasher), hasher, passwords);
        var hash = hasher.hash(((Password.Accepted) Password.parse(PASSWORD)).password());
        createAccount("Timed", PASSWORD).statusCode(201);
        postgres.execute("UPDATE auth.player SET password_hash = '" + hash.phc() + "' WHERE name = 'Timed'");
        List<Long> ofKnown = new ArrayList<>();
        List<Long> ofUnknown = new ArrayList<>();
        for (int round = 0; round < MEASURED; round++) {
            ofKnown.add(nanos(real, "Timed", round));
            ofUnknown.add(nanos(real, "Nobody", round));
        }
        long one = median(ofKnown);
        long other = median(ofUnknown);
        assertTrue(Math.abs(one - other) < MOST_APART * Math.max(one, other), one + " ns and " + other + " ns");
    }

    private static RequestSpecification guesser() {
        return given().contentType("application/json").header("X-Forwarded-For", "203.0.113.200");
    }

    private static List<String> names(List<Header> headers) {
        return headers.stream().map(header -> header.getName()).toList();
    }

    private static long nanos(LogIns logIns, String name, int round) {
        long begin = System.nanoTime();
        var outcome = logIns.logIn(name, "not the password", "source " + round)
                .await()
                .atMost(LIMIT);
        long end = System.nanoTime();
        assertEquals(Outcome.refused(new Refusal.CredentialsWrong()), outcome);
        return end - begin;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
