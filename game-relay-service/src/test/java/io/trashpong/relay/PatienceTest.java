package io.trashpong.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class PatienceTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final AtomicInteger tries = new AtomicInteger();

    @AfterAll
    static void clear() {
        Waiting.await(VERTX.close());
    }

    @Test
    void a_step_that_fails_is_tried_again_until_it_succeeds() {
        var patience = new Patience(VERTX, MINUTE, PAUSE);
        int tried = Waiting.await(patience.insist("the third", () -> succeedAt(3)));
        assertEquals(3, tried);
        assertEquals(3, tries.get());
    }

    @Test
    void patience_ends_with_the_last_failure() {
        var patience = new Patience(VERTX, Duration.ofMillis(40), PAUSE);
        var last = new IllegalStateException("Timeout waiting for connection");
        Future<Object> insisting = patience.insist("the lease", () -> {
            tries.incrementAndGet();
            return Future.failedFuture(last);
        });
        assertSame(last, Waiting.await(insisting.otherwise(failure -> failure)));
        assertTrue(tries.get() > 1, tries + " tries");
    }

    private Future<Integer> succeedAt(int wanted) {
        int tried = tries.incrementAndGet();
        return tried < wanted ? Future.failedFuture("too busy") : Future.succeededFuture(tried);
    }
}
