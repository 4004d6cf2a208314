package io.trashpong.relay.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trashpong.bus.Bus;
import io.trashpong.bus.OrderedTopic;
import io.trashpong.bus.PgBus;
import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.InvalidMessageException;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is no message between relays is ignored and counted. */
final class RubbishTest {
    private static final int SEED = 20_261_122;
    private static final int PAYLOADS = 5_000;

    @Test
    void five_thousand_rubbish_payloads_are_ignored_and_counted_and_nobody_notices() {
        var vertx = Vertx.vertx();
        var database = TestDatabase.create();
        var auth = AuthServer.start(vertx);
        var relay = RunningRelay.start(database, auth);
        var table = Table.fresh();
        TestClient member =
                Waiting.await(TestClient.connect(vertx, relay.port(), table.room(), auth.ticket(table.ticket(0))));
        member.hello().await(ServerMessage.Welcome.class);
        Bus stranger = PgBus.create(vertx, TestDatabase.config(database.url()), new SimpleMeterRegistry());
        OrderedTopic topic = stranger.openOrdered("room", new Deaf());
        Waiting.await(stranger.start());
        List<byte[]> rubbish = rubbish();
        rubbish.forEach(payload -> topic.send(relay.replica(), payload));
        long malformed = rubbish.stream().filter(RubbishTest::isMalformed).count();
        assertTrue(malformed > PAYLOADS * 9 / 10, "only " + malformed);
        Awaitility.await().until(() -> relay.count("trashpong.relay.link.malformed") >= malformed);
        assertEquals(malformed, (long) relay.count("trashpong.relay.link.malformed"));
        member.say(new ClientMessage.Ping(7));
        assertEquals(7, member.await(ServerMessage.Pong.class).t());
        assertEquals(0, member.closeCode());
        Waiting.await(stranger.stop());
        relay.kill();
        Waiting.await(vertx.close());
    }

    private static List<byte[]> rubbish() {
        var random = new Random(SEED);
        var payloads = new ArrayList<byte[]>(PAYLOADS);
        for (int i = 0; i < PAYLOADS; i++) {
            var payload = new byte[random.nextInt(100)];
            random.nextBytes(payload);
            if (payload.length > 0) {
                payload[0] = (byte) random.nextInt(12);
            }
            payloads.add(payload);
        }
        return payloads;
    }

    private static boolean isMalformed(byte[] payload) {
        try {
            return LinkCodec.decode(payload).room().value().isEmpty();
        } catch (InvalidMessageException e) {
            return true;
        }
    }

    private static final class Deaf implements OrderedTopic.Listener {
        @Override
        public void received(ReplicaId from, byte[] payload) {}

        @Override
        public void gap(ReplicaId from) {}
    }
}
