package io.trashpong.auth.http;

import io.smallrye.mutiny.Uni;
import io.trashpong.auth.AuthConfig;
import io.trashpong.auth.EventLog;
import io.trashpong.auth.EventLog.Attempt;
import io.trashpong.auth.EventLog.Failure;
import io.trashpong.protocol.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.function.Supplier;

/** What one source may ask for in a minute: guests, which fill the table, and passwords, which take a processor each. */
@ApplicationScoped
class SourceLimits {
    private final SourceLimit guests;
    private final SourceLimit passwords;
    private final EventLog events;

    SourceLimits(AuthConfig config, Clock clock, EventLog events) {
        this.guests = new SourceLimit(config.guestsPerMinute(), clock);
        this.passwords = new SourceLimit(config.passwordsPerMinute(), clock);
        this.events = events;
    }

    /** Counts a guest, and goes on unless that is one too many. */
    Uni<Response> guest(SourceAddress source, Supplier<Uni<Response>> then) {
        return count(guests, Attempt.LOGIN, source, then);
    }

    /** Counts a password that is to be set or checked, and goes on unless that is one too many. */
    Uni<Response> password(Attempt attempt, SourceAddress source, Supplier<Uni<Response>> then) {
        return count(passwords, attempt, source, then);
    }

    private Uni<Response> count(
            SourceLimit limit, Attempt attempt, SourceAddress source, Supplier<Uni<Response>> then) {
        var wait = limit.secondsToWait(source);
        if (wait.isEmpty()) {
            return then.get();
        }
        events.failed(attempt, Failure.TOO_MANY_REQUESTS, source.truncated());
        return Uni.createFrom()
                .item(Problem.of(ErrorCode.TOO_MANY_REQUESTS, "too many of these from this address")
                        .response(wait.getAsInt()));
    }
}
