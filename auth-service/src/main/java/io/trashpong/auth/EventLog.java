package io.trashpong.auth;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.trashpong.protocol.PlayerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * What an operator wants to find again, one line of {@code key=value} each. Only values that we made ourselves are written
 * (ids, reasons, truncated addresses), never what a client sent: so no name, no token, and nothing to inject.
 */
@ApplicationScoped
public class EventLog {
    private static final Logger LOG = Logger.getLogger("io.trashpong.events");

    /** Why a log-in or a renewal did not happen. */
    public enum Failure {
        NAME_REFUSED,
        NAME_EXHAUSTED,
        TOO_MANY_GUESTS,
        REFRESH_UNKNOWN,
        REFRESH_REUSED,
        INTERNAL_SECRET_WRONG
    }

    void started(@Observes StartupEvent event) {
        LOG.info("event=server-start service=auth");
    }

    void stopped(@Observes ShutdownEvent event) {
        LOG.info("event=server-stop service=auth");
    }

    /** @param source truncated */
    public void login(PlayerId player, String source) {
        LOG.infof("event=login kind=guest player=%s source=%s", player.value(), source);
    }

    /** @param source truncated */
    public void failure(Failure failure, String source) {
        LOG.infof(
                "event=failure reason=%s source=%s",
                failure.name().toLowerCase(Locale.ROOT).replace('_', '-'), source);
    }
}
