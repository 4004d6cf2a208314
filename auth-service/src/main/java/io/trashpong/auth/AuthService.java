package io.trashpong.auth;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.trashpong.bus.DatabaseGate;
import io.trashpong.protocol.environment.Environment;
import io.trashpong.protocol.environment.Variable;
import java.time.Duration;

/** Starts the service, or says in a sentence what the environment or the database lacks. */
@QuarkusMain
public final class AuthService {
    private static final Duration DATABASE_WITHIN = Duration.ofSeconds(60);

    private AuthService() {}

    public static void main(String... args) throws InterruptedException {
        var environment = Environment.ofProcess();
        environment.strangers().forEach(System.err::println);
        var faults = environment.faults(Variable.Reader.AUTH);
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.exit(Environment.EXIT_CONFIG);
        }
        var gate = new DatabaseGate(
                environment.get(Variable.TRASHPONG_DB_URL),
                environment.get(Variable.TRASHPONG_DB_USER),
                environment.get(Variable.TRASHPONG_DB_PASSWORD),
                "auth");
        gate.fault(DATABASE_WITHIN).ifPresent(fault -> {
            System.err.println(fault);
            System.exit(DatabaseGate.EXIT_UNAVAILABLE);
        });
        Quarkus.run(args);
    }
}
