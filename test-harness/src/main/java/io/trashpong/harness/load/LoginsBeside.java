package io.trashpong.harness.load;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets people log in from the first match on, and counts them once the matches are warm. */
final class LoginsBeside implements Timeline, AutoCloseable {
    private static final String MATCHES_BEGIN = "in a match";

    private final URI gateway;
    private final int sideBySide;
    private final Duration warmUp;
    private @Nullable Logins logins;

    LoginsBeside(URI gateway, int sideBySide, int warmUpSeconds) {
        this.gateway = gateway;
        this.sideBySide = sideBySide;
        warmUp = Duration.ofSeconds(warmUpSeconds);
    }

    @Override
    public void enter(String state) {
        if (state.equals(MATCHES_BEGIN)) {
            Logins begun = Logins.start(gateway, sideBySide);
            logins = begun;
            var _ = Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(warmUp);
                    begun.measure();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    /** As far as they are counted. */
    Logins.Figures figures() {
        return Objects.requireNonNull(logins, "no match has begun").figures();
    }

    @Override
    public void close() {
        if (logins != null) {
            logins.close();
        }
    }
}
