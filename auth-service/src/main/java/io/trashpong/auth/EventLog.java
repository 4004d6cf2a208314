package io.trashpong.auth;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.trashpong.protocol.PlayerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * What an operator wants to find again, one line of {@code key=value} each, as {@code docs/events.md} lists them. Only values
 * that we made ourselves are written (ids, reasons, truncated addresses), never what a client sent: so no name, no token, no
 * password, and nothing to inject. A {@code source} is always truncated.
 */
@ApplicationScoped
public class EventLog {
    private static final Logger LOG = Logger.getLogger("io.trashpong.events");

    /** What somebody wanted to do: {@code event=…-failed}. */
    public enum Attempt {
        /** As a guest, with a password, or with a refresh token. */
        LOGIN,
        ACCOUNT_CREATION,
        ACCOUNT_DELETION,
        PASSWORD_CHANGE,
        EXPORT,
        /** A service asked, not a player. */
        ROOM_TICKET
    }

    /** Why it was not done. */
    public enum Failure {
        NAME_INVALID,
        NAME_TAKEN,
        PASSWORD_INVALID,
        PASSWORD_COMMON,
        CREDENTIALS_WRONG,
        TOO_MANY_TRIES,
        TOO_MANY_REQUESTS,
        ACCOUNT_EXISTS,
        ACCOUNT_NEEDED,
        PLAYER_GONE,
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

    public void login(PlayerId player, boolean guest, String source) {
        LOG.infof("event=login kind=%s player=%s source=%s", kind(guest), player.value(), source);
    }

    /** @param upgraded whether he was a guest before */
    public void accountCreated(PlayerId player, boolean upgraded, String source) {
        LOG.infof(
                "event=account-created from=%s player=%s source=%s",
                upgraded ? "guest" : "nothing", player.value(), source);
    }

    public void playerDeleted(PlayerId player, boolean guest, String source) {
        LOG.infof("event=player-deleted kind=%s player=%s source=%s", kind(guest), player.value(), source);
    }

    public void passwordChanged(PlayerId player, String source) {
        LOG.infof("event=password-changed player=%s source=%s", player.value(), source);
    }

    public void loggedOutEverywhere(PlayerId player, String source) {
        LOG.infof("event=logged-out-everywhere player=%s source=%s", player.value(), source);
    }

    public void failed(Attempt attempt, Failure failure, String source) {
        LOG.infof("event=%s-failed reason=%s source=%s", words(attempt), words(failure), source);
    }

    /** Guests who were not seen for long. */
    public void guestsExpired(int count) {
        LOG.infof("event=guests-expired count=%d", count);
    }

    /** @param kid of a public key */
    public void keyMoved(String kid, String state) {
        LOG.infof("event=signing-key kid=%s state=%s", kid, state);
    }

    private static String kind(boolean guest) {
        return guest ? "guest" : "account";
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
