package io.trashpong.auth.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** How often one source may have something done in a minute, on this replica. */
final class SourceLimit {
    /** Sources remembered at once; beyond it the ones not seen for longest start afresh. */
    private static final int MAX_SOURCES = 10_000;

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final LoadingCache<String, Bucket> buckets;

    SourceLimit(int perMinute, Clock clock) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MAX_SOURCES)
                .expireAfterAccess(PERIOD)
                .build(source -> Bucket.builder()
                        .withCustomTimePrecision(new Meter(clock))
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                        .build());
    }

    /** Counts one; when that is one too many: in how many seconds to come again. */
    OptionalInt secondsToWait(SourceAddress source) {
        var probe = buckets.get(source.counted()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(
                        1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds()));
    }

    private record Meter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
