package io.trashpong.auth.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.trashpong.auth.database.UnavailableException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordWorkersTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final PasswordWorkers workers = new PasswordWorkers(vertx, 1, nanos::get, meters);
    private final CountDownLatch busy = new CountDownLatch(1);

    @AfterEach
    void stop() {
        busy.countDown();
        workers.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_finds_no_place_is_refused_at_once_and_the_rest_is_done() {
        var waiting = block();
        var queued = IntStream.range(0, PasswordWorkers.QUEUE_PER_THREAD)
                .mapToObj(number -> begin(() -> number))
                .toList();
        assertInstanceOf(
                UnavailableException.class, begin(() -> 0).awaitFailure(LIMIT).getFailure());
        assertEquals(
                PasswordWorkers.QUEUE_PER_THREAD,
                meters.get("trashpong.auth.passwords.waiting").gauge().value());
        busy.countDown();
        waiting.awaitItem(LIMIT);
        IntStream.range(0, queued.size())
                .forEach(number -> queued.get(number).awaitItem(LIMIT).assertItem(number));
        assertEquals(1, meters.get("trashpong.auth.passwords.refused").counter().count());
    }

    @Test
    void what_waited_too_long_is_not_begun() {
        var waiting = block();
        var begun = new CountDownLatch(1);
        var late = begin(() -> {
            begun.countDown();
            return 0;
        });
        nanos.addAndGet(PasswordWorkers.LONGEST_WAIT.toNanos() + 1);
        busy.countDown();
        assertInstanceOf(UnavailableException.class, late.awaitFailure(LIMIT).getFailure());
        waiting.awaitItem(LIMIT);
        assertEquals(1, begun.getCount());
    }

    @Test
    void a_failure_is_the_callers() {
        var failed = begin(() -> {
            throw new IllegalStateException("a bug");
        });
        assertInstanceOf(IllegalStateException.class, failed.awaitFailure(LIMIT).getFailure());
    }

    @Test
    void the_answer_comes_on_the_callers_event_loop() {
        var loop = new CompletableFuture<Boolean>();
        vertx.runOnContext(turn -> {
            var mine = Vertx.currentContext();
            workers.run(() -> Context.isOnEventLoopThread())
                    .subscribe()
                    .with(
                            onLoop -> loop.complete(!onLoop && mine.equals(Vertx.currentContext())),
                            loop::completeExceptionally);
        });
        assertTrue(loop.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join());
    }

    /** Returns once the only thread is busy. */
    private UniAssertSubscriber<Integer> block() {
        var begun = new CountDownLatch(1);
        var blocking = begin(() -> {
            begun.countDown();
            await(busy);
            return 0;
        });
        await(begun);
        return blocking;
    }

    private UniAssertSubscriber<Integer> begin(Supplier<Integer> work) {
        return workers.run(work).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
