package io.trashpong.relay.quarkus;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while it hears the bus and does not drain. Liveness asks nobody. */
@Readiness
final class RelayReady implements HealthCheck {
    private final RelayService service;

    RelayReady(RelayService service) {
        this.service = service;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("relay").status(service.isReady()).build();
    }
}
