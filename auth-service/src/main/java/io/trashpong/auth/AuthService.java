package io.trashpong.auth;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Starts the service, or says in one sentence what the environment lacks. */
@QuarkusMain
public final class AuthService {
    /** As in sysexits.h. */
    private static final int EXIT_USAGE = 64;

    private static final int MIN_SECRET_LENGTH = 32;

    /** Each variable without which there is nothing to start, and what it is. */
    private static final Map<String, String> REQUIRED = Map.of(
            "TRASHPONG_DB_URL", "where Postgres is, as postgresql://host:port/database",
            "TRASHPONG_DB_USER", "the role that owns the schema auth",
            "TRASHPONG_DB_PASSWORD", "that role's password",
            "TRASHPONG_INTERNAL_SECRET", "the secret shared with the lobby, at least 32 characters");

    private AuthService() {}

    public static void main(String... args) {
        var fault = fault(AuthService::setting);
        if (fault.isPresent()) {
            System.err.println(fault.get());
            System.exit(EXIT_USAGE);
        }
        Quarkus.run(args);
    }

    /** The sentence that names the first required setting that is not there, or is too short. */
    static Optional<String> fault(Function<String, Optional<String>> setting) {
        return REQUIRED.keySet().stream()
                .sorted()
                .filter(name ->
                        setting.apply(name).filter(value -> !value.isBlank()).isEmpty())
                .map(name -> name + " is not set: " + REQUIRED.get(name) + ".")
                .findFirst()
                .or(() -> setting.apply("TRASHPONG_INTERNAL_SECRET")
                        .filter(secret -> secret.length() < MIN_SECRET_LENGTH)
                        .map(secret ->
                                "TRASHPONG_INTERNAL_SECRET is shorter than " + MIN_SECRET_LENGTH + " characters."));
    }

    /** From the environment, or from the system property of the same meaning ({@code trashpong.db.url}). */
    private static Optional<String> setting(String name) {
        var property = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return Optional.ofNullable(System.getenv(name)).or(() -> Optional.ofNullable(System.getProperty(property)));
    }
}
