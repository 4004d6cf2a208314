package io.trashpong.harness.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asked by a client that others have written. */
class NameServerTest {
    private final Vertx vertx = Vertx.vertx();
    private List<InetAddress> addresses = List.of();
    private final NameServer server = NameServer.start(Map.of("relay.test", () -> addresses));

    @AfterEach
    void stop() throws Exception {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void each_question_gets_the_addresses_of_that_moment() throws Exception {
        assertEquals(List.of(), resolve("relay.test"));
        addresses = List.of(InetAddress.ofLiteral("127.0.3.1"), InetAddress.ofLiteral("127.0.3.2"));
        assertEquals(List.of("127.0.3.1", "127.0.3.2"), resolve("relay.test"));
        addresses = addresses.subList(1, 2);
        assertEquals(List.of("127.0.3.2"), resolve("relay.test"));
    }

    @Test
    void an_unknown_name_does_not_exist_and_of_other_types_there_is_nothing() throws Exception {
        assertThrows(ExecutionException.class, () -> resolve("lobby.test"));
        addresses = List.of(InetAddress.ofLiteral("127.0.3.1"));
        assertEquals(
                List.of(),
                client().resolveAAAA("relay.test")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS));
    }

    private List<String> resolve(String name) throws Exception {
        return client().resolveA(name).toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    private DnsClient client() {
        return vertx.createDnsClient(server.port(), "127.0.0.1");
    }
}
