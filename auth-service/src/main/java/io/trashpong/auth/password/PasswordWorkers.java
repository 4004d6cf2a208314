package io.trashpong.auth.password;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.trashpong.auth.AuthConfig;
import io.trashpong.auth.database.UnavailableException;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The threads that passwords are hashed on, few, so that a storm of log-ins neither fills the memory nor stops what else runs
 * on this machine. What finds no place, or waited for too long, fails as {@link UnavailableException}.
 */
@ApplicationScoped
public class PasswordWorkers {
    /** Waiting work for each thread. */
    static final int QUEUE_PER_THREAD = 16;

    /** What waited longer is not begun: its client is about to get its answer, and would not see the result. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(1_500);

    private final Vertx vertx;
    private final LongSupplier nanoTime;
    private final ThreadPoolExecutor threads;
    private final Counter refused;

    @Inject
    PasswordWorkers(Vertx vertx, AuthConfig config, MeterRegistry meters) {
        this(vertx, config.passwordThreads().orElseGet(PasswordWorkers::halfOfTheProcessors), System::nanoTime, meters);
    }

    PasswordWorkers(Vertx vertx, int count, LongSupplier nanoTime, MeterRegistry meters) {
        this.vertx = vertx;
        this.nanoTime = nanoTime;
        var queue = new ArrayBlockingQueue<Runnable>(count * QUEUE_PER_THREAD);
        threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                queue,
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        refused = meters.counter("trashpong.auth.passwords.refused");
        meters.gaugeCollectionSize("trashpong.auth.passwords.waiting", List.of(), queue);
    }

    /** The other half is for all who play. */
    private static int halfOfTheProcessors() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Does {@code work} on one of the threads; the answer comes on the caller's event loop. */
    public <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            var context = vertx.getOrCreateContext();
            long deadline = nanoTime.getAsLong() + LONGEST_WAIT.toNanos();
            try {
                threads.execute(() -> {
                    var done = nanoTime.getAsLong() - deadline > 0 ? waitedTooLong(emitter) : done(work, emitter);
                    context.runOnContext(turn -> done.run());
                });
            } catch (RejectedExecutionException e) {
                refuse(emitter, e);
            }
        });
    }

    private <T> Runnable done(Supplier<T> work, UniEmitter<? super T> emitter) {
        try {
            var result = work.get();
            return () -> emitter.complete(result);
        } catch (RuntimeException e) {
            return () -> emitter.fail(e);
        }
    }

    private Runnable waitedTooLong(UniEmitter<?> emitter) {
        return () -> refuse(emitter, new TimeoutException());
    }

    private void refuse(UniEmitter<?> emitter, Exception cause) {
        refused.increment();
        emitter.fail(new UnavailableException("the hashing of passwords", cause));
    }
}
