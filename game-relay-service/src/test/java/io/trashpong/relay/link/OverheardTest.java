package io.trashpong.relay.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.bus.Bus;
import io.trashpong.bus.BusConfig;
import io.trashpong.bus.BusSecrets;
import io.trashpong.bus.OrderedTopic;
import io.trashpong.bus.PgBus;
import io.trashpong.bus.ReplicaId;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.Players;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A room between two relays, and somebody with a login to the database who listens to them and speaks to them. */
final class OverheardTest {
    private static final String WRONG = "not-the-secret-of-the-relays-but-of-its-length";

    private record Heard(String channel, String payload) {}

    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = TestDatabase.create();
    private final AuthServer auth = AuthServer.start(vertx);
    private final Players players = new Players(vertx, auth);
    private final List<Heard> overheard = new CopyOnWriteArrayList<>();

    @Test
    void a_stranger_learns_no_secret_and_neither_ends_nor_repeats_anything() {
        var owner = RunningRelay.start(database, auth);
        var edge = RunningRelay.start(database, auth);
        PgConnection stranger = listenTo(owner, edge);
        var table = Table.fresh();
        TestClient left = players.join(owner, table, 0);
        TestClient right = players.join(edge, table, 1);
        Players.startMatch(left, right);
        right.await(ServerMessage.LegStarted.class);
        String secret = right.await(ServerMessage.Welcome.class).resumeSecret();
        List<Heard> recorded = List.copyOf(overheard);
        assertTrue(recorded.size() > 5, "the relays talked");
        for (Heard heard : recorded) {
            String plain = new String(Base64.getDecoder().decode(heard.payload()), ISO_8859_1);
            assertFalse(plain.contains(secret) || plain.contains(table.right().name()));
            notify(stranger, heard.channel(), heard.payload());
        }
        Bus impostor = endAll(table, owner, edge);
        Awaitility.await()
                .until(() ->
                        owner.count("trashpong.bus.replayed") + edge.count("trashpong.bus.replayed") >= recorded.size()
                                && owner.count("trashpong.bus.strangers") >= 1
                                && edge.count("trashpong.bus.strangers") >= 1);
        right.say(new ClientMessage.Ping(7));
        assertEquals(
                7, right.await(ServerMessage.Pong.class, pong -> pong.t() == 7).t());
        left.await(ServerMessage.Goal.class);
        right.await(ServerMessage.Goal.class);
        assertEquals(0, left.closeCode() + right.closeCode());
        assertEquals(List.of(), left.all(ServerMessage.Finished.class));
        assertEachOnce(left);
        assertEachOnce(right);
        Waiting.await(impostor.stop());
        Waiting.await(stranger.close());
        owner.kill();
        edge.kill();
        Waiting.await(vertx.close());
    }

    /** Under a replica's id of its own and a secret that is not theirs. */
    private Bus endAll(Table table, RunningRelay... relays) {
        var id = new ReplicaId("relay.impostor");
        Bus impostor = PgBus.create(
                vertx, new BusConfig(id, database.url(), "trashpong_relay", "trashpong_relay", BusSecrets.of(WRONG)));
        OrderedTopic topic = impostor.openOrdered("room", new Deaf());
        Waiting.await(impostor.start());
        for (var relay : relays) {
            topic.send(relay.replica(), LinkCodec.encode(new LinkMessage.Deleted(table.room())));
            topic.send(relay.replica(), LinkCodec.encode(new LinkMessage.AttachAgain(table.room(), 9)));
        }
        return impostor;
    }

    private PgConnection listenTo(RunningRelay... relays) {
        var options = PgConnectOptions.fromUri(database.url())
                .setUser("trashpong_auth")
                .setPassword("trashpong_auth");
        PgConnection stranger = Waiting.await(PgConnection.connect(vertx, options));
        stranger.notificationHandler(heard -> overheard.add(new Heard(heard.getChannel(), heard.getPayload())));
        for (var relay : relays) {
            Waiting.await(
                    stranger.query("LISTEN \"bus." + relay.replica() + "\"").execute());
        }
        return stranger;
    }

    private static void notify(PgConnection stranger, String channel, String payload) {
        Waiting.await(stranger.preparedQuery("SELECT pg_notify($1, $2)").execute(Tuple.of(channel, payload)));
    }

    private static void assertEachOnce(TestClient client) {
        List<Long> numbers = client.heard().stream()
                .filter(ServerMessage.Numbered.class::isInstance)
                .map(message -> ((ServerMessage.Numbered) message).seq())
                .toList();
        assertEquals(numbers.stream().distinct().sorted().toList(), numbers);
    }

    private static final class Deaf implements OrderedTopic.Listener {
        @Override
        public void received(ReplicaId from, byte[] payload) {}

        @Override
        public void gap(ReplicaId from) {}
    }
}
