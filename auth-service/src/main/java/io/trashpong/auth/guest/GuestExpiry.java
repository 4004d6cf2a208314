package io.trashpong.auth.guest;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.trashpong.auth.EventLog;
import io.trashpong.auth.session.SessionStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Deletes guests unused for {@link #UNUSED}, and refresh tokens past their life. Replicas may do so at the same time. */
@ApplicationScoped
class GuestExpiry {
    static final Duration UNUSED = Duration.ofDays(30);

    /** Rows of each kind in one run; what is left waits for the next. */
    static final int BATCH = 1_000;

    private static final Logger LOG = Logger.getLogger(GuestExpiry.class);

    private final GuestStore guests;
    private final SessionStore sessions;
    private final EventLog events;

    GuestExpiry(GuestStore guests, SessionStore sessions, EventLog events) {
        this.guests = guests;
        this.sessions = sessions;
        this.events = events;
    }

    private void tell(int count) {
        if (count > 0) {
            events.guestsExpired(count);
        }
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return guests.deleteUnused(UNUSED, BATCH)
                .invoke(this::tell)
                .chain(() -> sessions.deleteExpired(BATCH))
                .onFailure()
                .invoke(e -> LOG.warnf("expiry put off to the next run: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
