package io.trashpong.lobby.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.trashpong.bus.testing.PostgresServer;
import io.trashpong.bus.testing.SharedSecret;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Starts Postgres and the fake of auth around the service, and tells the tests where they are. */
public final class LobbySurroundings implements QuarkusTestResourceLifecycleManager {
    private static final String SECRET = "a-secret-of-the-tests-of-32-chars-or-more";

    private @Nullable PostgresServer postgres;
    private @Nullable FakeAuth auth;

    @Override
    public Map<String, String> start() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("test-key");
            key.setAlgorithm("ES256");
            var database = PostgresServer.start();
            var fake = new FakeAuth(key, SECRET);
            postgres = database;
            auth = fake;
            return Map.of(
                    "trashpong.db-url",
                    database.url(),
                    "trashpong.db-user",
                    "trashpong_lobby",
                    "trashpong.db-password",
                    "trashpong_lobby",
                    "trashpong.internal-secret",
                    SECRET,
                    "trashpong.bus-secret",
                    SharedSecret.BUS,
                    "trashpong.auth-url",
                    fake.url(),
                    "trashpong.origins",
                    "https://pong.example,http://localhost:8080",
                    "trashpong.lobby.sweep-interval",
                    "1s",
                    "test.signing-key",
                    key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (auth != null) {
            auth.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
