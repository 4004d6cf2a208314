package io.trashpong.lobby.http;

import io.trashpong.bus.Bus;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the bus hears its own beat, which is proof that Postgres answers; no probe asks the database itself. */
@Readiness
@ApplicationScoped
class LobbyReadiness implements HealthCheck {
    private final Bus bus;

    LobbyReadiness(Bus bus) {
        this.bus = bus;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("bus").status(bus.isListening()).build();
    }
}
