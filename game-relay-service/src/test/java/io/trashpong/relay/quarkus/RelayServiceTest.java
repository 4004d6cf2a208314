package io.trashpong.relay.quarkus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The relay as it is deployed: configured by its environment, on Quarkus's HTTP server. */
@QuarkusTest
@QuarkusTestResource(RelayEnvironment.class)
final class RelayServiceTest {
    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @ConfigProperty(name = "test.ticket-key")
    String key;

    @Test
    void a_ticket_opens_a_room() {
        var table = Table.fresh();
        String ticket = AuthServer.sign(key, AuthServer.claims(table.ticket(0)));
        TestClient client = Waiting.await(TestClient.connect(vertx, port, table.room(), ticket));
        client.hello();
        assertEquals(
                table.left(), client.await(ServerMessage.Welcome.class).you().player());
        assertEquals("trashpong.v1", client.socket().subProtocol());
        Waiting.await(client.socket().writeTextMessage("x".repeat(5_000)));
        assertEquals(1009, client.awaitClose());
    }

    @Test
    void it_is_ready_and_alive() throws IOException, InterruptedException {
        for (String probe : List.of("/health/started", "/health/live", "/health/ready")) {
            assertTrue(get("/q" + probe).contains("UP"), probe);
        }
    }

    @Test
    void its_metrics_have_their_documented_names() throws IOException, InterruptedException {
        String metrics = get("/q/metrics");
        for (String name : List.of(
                "trashpong_relay_rooms",
                "trashpong_relay_connections",
                "trashpong_relay_queue_bytes",
                "trashpong_relay_messages_in_total",
                "trashpong_relay_messages_out_total",
                "trashpong_relay_messages_dropped_total",
                "trashpong_relay_verdicts_total{kind=\"in-grace\"}",
                "trashpong_relay_timers_total",
                "trashpong_relay_takeovers_total",
                "trashpong_relay_ownerships_lost_total",
                "trashpong_relay_leases_lost_total",
                "trashpong_relay_writes_stale_total",
                "trashpong_relay_handovers_out_total",
                "trashpong_relay_handovers_in_total",
                "trashpong_relay_handovers_failed_total",
                "trashpong_relay_drains_seconds_count",
                "trashpong_relay_link_malformed_total",
                "trashpong_relay_closes_total{code=\"4408\"}")) {
            assertTrue(metrics.contains(name), name);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
