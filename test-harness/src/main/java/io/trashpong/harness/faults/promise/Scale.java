package io.trashpong.harness.faults.promise;

import java.time.Duration;

/**
 * How often each fault is injected.
 *
 * @param size small enough for a test run, the quick form, or the full counts of the promises
 * @param churn how long the promise that is about hours takes
 */
public record Scale(Size size, Duration churn) {
    public enum Size {
        TEST,
        QUICK,
        LONG
    }

    int of(int test, int quick, int full) {
        return switch (size) {
            case TEST -> test;
            case QUICK -> quick;
            case LONG -> full;
        };
    }
}
