package io.trashpong.relay.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With which code who is shown the door. */
final class CloseCodeTest {
    private static final int SEED = 20_261_121;
    private static final SocketTimes SHORT_GREETING =
            new SocketTimes(Duration.ofMillis(1_500), Duration.ofSeconds(1), Duration.ofSeconds(8));
    private static final Vertx VERTX = Vertx.vertx();
    private static TestDatabase database;
    private static AuthServer auth;
    private static RunningRelay relay;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        auth = AuthServer.start(VERTX);
        relay = RunningRelay.start(database.url(), auth.url(), SHORT_GREETING);
    }

    @AfterAll
    static void stop() {
        relay.kill();
        Waiting.await(VERTX.close());
    }

    @Test
    void text_that_is_no_message_1007() {
        for (String text :
                new String[] {"", "{}", "null", "[]", "{\"type\":\"nope\"}", "{\"type\":\"ready\",\"x\":1}"}) {
            TestClient client = seated();
            Waiting.await(client.socket().writeTextMessage(text));
            assertEquals(1007, client.awaitClose(), text);
        }
    }

    @Test
    void a_binary_frame_of_a_wrong_form_1007() {
        for (byte[] frame : new byte[][] {{}, {1}, {9, 9, 9}, new byte[11], new byte[200]}) {
            TestClient client = seated();
            Waiting.await(client.socket().writeBinaryMessage(Buffer.buffer(frame)));
            assertEquals(1007, client.awaitClose());
        }
    }

    @Test
    void a_message_over_4_kib_1009() {
        TestClient text = seated();
        Waiting.await(text.socket().writeTextMessage("x".repeat(4_097)));
        assertEquals(1009, text.awaitClose());
        TestClient wide = seated();
        Waiting.await(wide.socket().writeTextMessage("\u20ac".repeat(1_400)));
        assertEquals(1009, wide.awaitClose());
    }

    @Test
    void too_many_messages_4408() {
        TestClient client = seated();
        for (int i = 0; i < 400; i++) {
            client.say(new ClientMessage.Ping(i));
        }
        assertEquals(4408, client.awaitClose());
    }

    @Test
    void no_ticket_and_no_hello_4501() {
        var table = Table.fresh();
        TestClient silent = Waiting.await(TestClient.connect(VERTX, relay.port(), table.room(), null));
        TestClient fresh = Waiting.await(TestClient.connect(VERTX, relay.port(), table.room(), null));
        fresh.hello();
        assertEquals(4501, fresh.awaitClose());
        assertEquals(4501, silent.awaitClose());
    }

    @Test
    void a_secret_that_is_not_of_the_room_4501() {
        var table = Table.fresh();
        TestClient member = join(table, 0);
        TestClient forger = Waiting.await(TestClient.connect(VERTX, relay.port(), table.room(), null));
        String guess = PlayerId.random().value();
        forger.say(new ClientMessage.Hello(new ClientMessage.Resume(1, 0, guess)));
        assertEquals(4501, forger.awaitClose());
        assertEquals(0, member.closeCode());
    }

    @Test
    void a_seat_that_the_lobby_gave_to_somebody_else_4503() {
        var table = Table.fresh();
        TestClient before = join(table, 1);
        var successor = new Player(PlayerId.random(), "Eve");
        TestClient after = Waiting.await(
                TestClient.connect(VERTX, relay.port(), table.room(), auth.ticket(table.ticket(successor, 1))));
        assertEquals(
                successor,
                after.hello().await(ServerMessage.Welcome.class).you().player());
        assertEquals(4503, before.awaitClose());
    }

    @Test
    void a_room_that_is_gone_4504() {
        var table = Table.fresh();
        join(table, 0).say(new ClientMessage.Leave());
        Awaitility.await().until(() -> closedAt(table.room()));
        TestClient late =
                Waiting.await(TestClient.connect(VERTX, relay.port(), table.room(), auth.ticket(table.ticket(1))));
        assertEquals(4504, late.hello().awaitClose());
        TestClient resuming = Waiting.await(TestClient.connect(VERTX, relay.port(), RoomId.random(), null));
        String secret = PlayerId.random().value();
        resuming.say(new ClientMessage.Hello(new ClientMessage.Resume(1, 0, secret)));
        assertEquals(4504, resuming.awaitClose());
    }

    @Test
    void a_newer_connection_of_the_same_seat_4509() {
        var table = Table.fresh();
        TestClient older = join(table, 0);
        TestClient newer = join(table, 0);
        assertEquals(4509, older.awaitClose());
        assertEquals(0, newer.closeCode());
    }

    @Test
    void resume_by_secret_goes_on_where_it_stood() {
        var table = Table.fresh();
        TestClient first = join(table, 0);
        var welcome = first.await(ServerMessage.Welcome.class);
        first.vanish();
        TestClient second = Waiting.await(TestClient.connect(VERTX, relay.port(), table.room(), null));
        second.say(new ClientMessage.Hello(
                new ClientMessage.Resume(welcome.epoch(), welcome.seq(), welcome.resumeSecret())));
        var again = second.await(ServerMessage.Welcome.class);
        assertTrue(again.recovered());
        assertEquals(welcome.you(), again.you());
        assertEquals(welcome.resumeSecret(), again.resumeSecret());
    }

    @Test
    void misuse_is_answered_and_the_connection_stays() {
        var table = Table.fresh();
        TestClient client =
                Waiting.await(TestClient.connect(VERTX, relay.port(), table.room(), auth.ticket(table.ticket(0))));
        client.say(new ClientMessage.Ready());
        assertEquals(
                ErrorCode.NOT_NOW, client.await(ServerMessage.Refused.class).code());
        client.hello().await(ServerMessage.Welcome.class);
        client.say(new ClientMessage.Ping(77));
        assertEquals(77, client.await(ServerMessage.Pong.class).t());
    }

    @Test
    void a_room_time_that_grows_comes_with_each_pong() {
        TestClient client = seated();
        client.say(new ClientMessage.Ping(1));
        long first =
                client.await(ServerMessage.Pong.class, pong -> pong.t() == 1).roomTime();
        client.say(new ClientMessage.Ping(2));
        long second =
                client.await(ServerMessage.Pong.class, pong -> pong.t() == 2).roomTime();
        assertTrue(first > 0 && second >= first && second < 60_000_000);
    }

    @Test
    void two_thousand_malformed_frames_break_nothing() {
        var random = new Random(SEED);
        TestClient witness = seated();
        int sent = 0;
        while (sent < 2_000) {
            TestClient client = seated();
            for (int i = 0; i < 20 && client.closeCode() == 0; i++, sent++) {
                sendRubbish(client, random);
            }
            client.vanish();
        }
        witness.say(new ClientMessage.Ping(5));
        witness.await(ServerMessage.Pong.class);
        Awaitility.await("no socket is leaked").until(() -> relay.gauge("trashpong.relay.connections") < 25);
    }

    private static void sendRubbish(TestClient client, Random random) {
        var bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 6_000 : 40)];
        random.nextBytes(bytes);
        if (bytes.length > 0 && random.nextBoolean()) {
            bytes[0] = (byte) (1 + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            client.socket().writeBinaryMessage(Buffer.buffer(bytes)).onFailure(_ -> {});
        } else {
            String text = "{\"type\":\"chat\",\"text\":\"" + new String(bytes, StandardCharsets.ISO_8859_1);
            client.socket().writeTextMessage(text).onFailure(_ -> {});
        }
    }

    private static boolean closedAt(RoomId room) {
        return database.query("SELECT count(*) FROM relay.room WHERE closed_at IS NOT NULL AND id = '" + room + "'")
                .equals("1");
    }

    private static TestClient seated() {
        return join(Table.fresh(), 0);
    }

    private static TestClient join(Table table, int seat) {
        TestClient client =
                Waiting.await(TestClient.connect(VERTX, relay.port(), table.room(), auth.ticket(table.ticket(seat))));
        client.hello().await(ServerMessage.Welcome.class);
        return client;
    }
}
