package io.trashpong.auth.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.trashpong.bus.testing.PostgresServer;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the service against a Postgres of its own; a field of type {@link PostgresServer} with {@link Mine} gets the server. */
public final class Postgres implements QuarkusTestResourceLifecycleManager {
    public static final String INTERNAL_SECRET = "of-the-tests-0123456789-0123456789";

    private @Nullable PostgresServer server;

    @Retention(RetentionPolicy.RUNTIME)
    public @interface Mine {}

    @Override
    public Map<String, String> start() {
        server = PostgresServer.start();
        return Map.of(
                "trashpong.db.url",
                server.url(),
                "trashpong.db.user",
                "trashpong_auth",
                "trashpong.db.password",
                "trashpong_auth",
                "trashpong.internal.secret",
                INTERNAL_SECRET);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                Objects.requireNonNull(server),
                new TestInjector.AnnotatedAndMatchesType(Mine.class, PostgresServer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
