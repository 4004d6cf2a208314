package io.trashpong.lobby.http;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells infrastructure that is away, and will be back, from a bug. */
final class Outage {
    /** SQLSTATE classes of a statement that is wrong in itself: data, integrity, syntax or access. */
    private static final Set<String> BUGS = Set.of("22", "23", "42");

    private static final int MAX_CAUSES = 10;

    private Outage() {}

    static boolean isOutage(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof PgException refused) {
                var state = refused.getSqlState();
                return state == null || !BUGS.contains(state.substring(0, 2));
            }
            if (cause instanceof IOException
                    || cause instanceof VertxException
                    // What Vert.x has no class of its own for: nobody gave back a pooled connection in time.
                    || cause instanceof NoStackTraceThrowable
                    || cause instanceof TimeoutException
                    || cause instanceof org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
