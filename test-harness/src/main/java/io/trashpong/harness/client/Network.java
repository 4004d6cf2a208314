package io.trashpong.harness.client;

import io.vertx.core.Vertx;
import java.util.random.RandomGenerator;

/** The way a message takes between a client and the relay. A direction keeps its order, as TCP does. */
@FunctionalInterface
public interface Network {
    /** No delay beyond the real one. */
    Network DIRECT = vertx -> Runnable::run;

    /** One direction of one connection. */
    @FunctionalInterface
    interface Direction {
        /** Hands the message over, now or later, on the same event loop. */
        void pass(Runnable delivery);
    }

    Direction direction(Vertx vertx);

    /**
     * A slower line: each message takes {@code meanMillis} more, normally distributed with {@code jitterMillis}, and waits for
     * the one before it.
     */
    static Network delayed(double meanMillis, double jitterMillis, RandomGenerator random) {
        return vertx -> new Direction() {
            private long lastDelivery;

            @Override
            public void pass(Runnable delivery) {
                long now = System.nanoTime();
                double delay = Math.max(0, random.nextGaussian(meanMillis, jitterMillis));
                lastDelivery = Math.max(lastDelivery, now + (long) (delay * 1e6));
                // Timers of equal time fire in the order they were set, and the delivery time never goes back.
                long millis = Math.max(1, Math.round((lastDelivery - now) / 1e6));
                var _ = vertx.setTimer(millis, _ -> delivery.run());
            }
        };
    }
}
