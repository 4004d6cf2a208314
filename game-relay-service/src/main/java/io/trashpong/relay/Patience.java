package io.trashpong.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * For the steps of a cold start: on a busy machine they may find Postgres slower than play would bear. A step that fails is
 * tried again after a pause that doubles, all steps together for a bounded time.
 */
final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration START = Duration.ofSeconds(45);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final long LONGEST_PAUSE_MS = 2_000;

    private final Vertx vertx;
    private final long endsAt;
    private final long firstPauseMillis;

    /** @param lasts from now on */
    Patience(Vertx vertx, Duration lasts, Duration firstPause) {
        this.vertx = vertx;
        this.endsAt = System.nanoTime() + lasts.toNanos();
        this.firstPauseMillis = firstPause.toMillis();
    }

    static Patience ofAStart(Vertx vertx) {
        return new Patience(vertx, START, FIRST_PAUSE);
    }

    /**
     * @param what is tried, for the log
     * @return what the step gives at last, or its last failure
     */
    <T> Future<T> insist(String what, Supplier<Future<T>> step) {
        return insist(what, step, firstPauseMillis);
    }

    private <T> Future<T> insist(String what, Supplier<Future<T>> step, long pause) {
        return step.get().recover(e -> {
            if (System.nanoTime() + pause * 1_000_000 > endsAt) {
                LOG.errorf("%s did not succeed: %s", what, e.getMessage());
                return Future.failedFuture(e);
            }
            LOG.warnf("%s did not succeed, again in %d ms: %s", what, pause, e.getMessage());
            return vertx.timer(pause).compose(_ -> insist(what, step, Math.min(LONGEST_PAUSE_MS, 2 * pause)));
        });
    }
}
