package io.trashpong.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.relay.testing.AuthServer;
import io.trashpong.relay.testing.Players;
import io.trashpong.relay.testing.RunningRelay;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestClient;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An owner drains, or stands still, in the middle of a rally. Each test has replicas and a database of its own. */
final class ChangingHandsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final int MANY = 500;
    private static AuthServer auth;
    private static Players players;
    private TestDatabase database;
    private RunningRelay one;
    private RunningRelay other;

    @BeforeAll
    static void prepare() {
        auth = AuthServer.start(VERTX);
        players = new Players(VERTX, auth);
    }

    @AfterAll
    static void clear() {
        Waiting.await(VERTX.close());
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        one = RunningRelay.start(database, auth);
        other = RunningRelay.start(database, auth);
    }

    @AfterEach
    void stop() {
        one.kill();
        other.kill();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_drain_hands_the_ball_in_flight_over_and_nobody_misses_a_thing() {
        var table = Table.fresh();
        TestClient left = players.join(one, table, 0);
        TestClient right = players.join(other, table, 1);
        Players.startMatch(left, right);
        var leg = right.await(ServerMessage.LegStarted.class);
        var draining = CompletableFuture.runAsync(one::drain);
        left.await(ServerMessage.Moved.class);
        TestClient back = players.resume(other, table, left);
        var welcome = back.await(ServerMessage.Welcome.class);
        assertEquals(2, welcome.epoch());
        assertTrue(welcome.recovered(), "the old owner's history goes on");
        var goal = right.await(ServerMessage.Goal.class);
        var last = right.all(ServerMessage.LegStarted.class).stream()
                .filter(each -> each.leg() == goal.leg())
                .findFirst()
                .orElseThrow();
        assertEquals(goal.leg() - leg.leg(), last.hits(), "each leg since was a hit of the same ball: no let");
        assertEquals(goal, back.await(ServerMessage.Goal.class));
        assertEquals(1, right.all(ServerMessage.Welcome.class).size(), "who was elsewhere noticed nothing");
        assertEquals(
                1,
                right.all(ServerMessage.LegStarted.class).stream()
                        .filter(each -> each.leg() == leg.leg())
                        .count());
        assertWhole(right.heard());
        draining.join();
        assertTrue(List.of(4509, 1012).contains(left.awaitClose()));
        assertEquals(1, (long) one.count("trashpong.relay.handovers.out"));
        assertEquals(1, (long) other.count("trashpong.relay.handovers.in"));
        assertEquals(0, (long) other.count("trashpong.relay.takeovers"));
        assertEquals("2", database.query("SELECT epoch FROM relay.room WHERE id = '" + table.room() + "'"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void who_watches_elsewhere_is_shown_all_of_it_two_seconds_late_over_a_drain_too() {
        var table = Table.fresh();
        TestClient left = players.join(one, table, 0);
        TestClient right = players.join(other, table, 1);
        TestClient spectator = players.watch(other, table);
        // On a busy machine the bus takes its time: what counts is when the first of both players hears it.
        Map<Long, Long> played = times(left, right);
        Map<Long, Long> shown = times(spectator);
        Players.startMatch(left, right);
        spectator.await(ServerMessage.Welcome.class);
        assertEquals(1, right.await(ServerMessage.Spectators.class).count());
        var leg = right.await(ServerMessage.LegStarted.class);
        var draining = CompletableFuture.runAsync(one::drain);
        TestClient back = players.resume(other, table, left);
        spectator.await(ServerMessage.LegStarted.class, each -> each.equals(leg));
        var goal = right.await(ServerMessage.Goal.class);
        assertEquals(goal, spectator.await(ServerMessage.Goal.class));
        played.forEach((seq, at) -> {
            long late = shown.getOrDefault(seq, Long.MAX_VALUE) - at;
            assertTrue(late > Duration.ofMillis(1_900).toNanos(), "message " + seq + " came " + late + " ns late");
        });
        assertWhole(spectator.heard().stream().distinct().toList());
        assertEquals(0, back.closeCode());
        draining.join();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_relay_that_finds_no_heir_lets_its_rooms_go_and_closes_with_1012() {
        var table = Table.fresh();
        TestClient left = players.join(one, table, 0);
        other.kill();
        Awaitility.await()
                .until(() -> database.query("SELECT relay.is_dead('%s', '%s', '%s')"
                                .formatted(other.replica(), one.replica(), TestDatabase.LEASE.settled()))
                        .equals("t"));
        one.drain();
        left.await(ServerMessage.Moved.class);
        assertEquals(1012, left.awaitClose());
        assertEquals("null", database.query("SELECT owner FROM relay.room WHERE id = '" + table.room() + "'"));
        assertEquals(1, (long) one.count("trashpong.relay.handovers.failed"));
    }

    @Test
    void five_hundred_rooms_are_handed_over_within_the_deadline() {
        List<TestClient> clients = IntStream.range(0, MANY / 100)
                .mapToObj(wave -> crowd())
                .flatMap(List::stream)
                .toList();
        int left = one.relay().rooms();
        assertTrue(left > 0);
        one.drain();
        assertEquals(MANY, other.relay().rooms());
        assertEquals(left, (long) one.count("trashpong.relay.handovers.out"));
        assertEquals(0, (long) one.count("trashpong.relay.handovers.failed"));
        assertTrue(one.totalSeconds("trashpong.relay.drains") < 5);
        clients.forEach(client -> assertEquals(1012, client.awaitClose()));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void an_owner_that_stood_still_loses_its_rooms_and_knows_it_before_it_acts() {
        var table = Table.fresh();
        TestClient left = players.join(one, table, 0);
        TestClient right = players.join(other, table, 1);
        Players.startMatch(left, right);
        var goal = right.await(ServerMessage.Goal.class);
        Runnable thaw = one.freeze();
        left.say(new ClientMessage.Chat("said to a stopped process"));
        var taken = right.await(ServerMessage.Welcome.class, welcome -> welcome.epoch() == 2);
        assertTrue(taken.snapshot() != null && taken.snapshot().score().equals(goal.score()));
        thaw.run();
        long woke = System.nanoTime();
        assertEquals(4002, left.awaitClose());
        assertTrue(System.nanoTime() - woke < Duration.ofSeconds(1).toNanos(), "within a second");
        assertEquals(0, one.relay().rooms());
        assertEquals(1, (long) one.count("trashpong.relay.leases.lost"));
        assertEquals(List.of(), right.all(ServerMessage.ChatSaid.class), "it did not act on what had waited for it");
        TestClient back = players.resume(one, table, left);
        assertEquals(2, back.await(ServerMessage.Welcome.class).epoch(), "as an edge it goes on at once");
        right.await(ServerMessage.Resumed.class);
        assertEquals(0, one.relay().rooms(), "and takes nothing back");
    }

    private List<TestClient> crowd() {
        var coming = new ArrayList<Future<TestClient>>();
        for (int i = 0; i < 100; i++) {
            var table = Table.fresh();
            coming.add(TestClient.connect(VERTX, one.port(), table.room(), auth.ticket(table.ticket(0)))
                    .map(TestClient::hello));
        }
        List<TestClient> clients = coming.stream().map(Waiting::await).toList();
        clients.forEach(client -> client.await(ServerMessage.Welcome.class));
        return clients;
    }

    /** When each number is heard first, by this machine's clock. */
    private static Map<Long, Long> times(TestClient... clients) {
        var times = new ConcurrentHashMap<Long, Long>();
        for (TestClient client : clients) {
            client.onEach(message -> {
                if (message instanceof ServerMessage.Numbered numbered) {
                    Long _ = times.putIfAbsent(numbered.seq(), System.nanoTime());
                }
            });
        }
        return times;
    }

    private static void assertWhole(List<ServerMessage> heard) {
        List<Long> seqs = heard.stream()
                .filter(ServerMessage.Numbered.class::isInstance)
                .map(message -> ((ServerMessage.Numbered) message).seq())
                .toList();
        for (int i = 1; i < seqs.size(); i++) {
            assertEquals(seqs.get(i - 1) + 1, seqs.get(i), "no gap and no double in " + seqs);
        }
    }
}
