package io.trashpong.bus;

import static io.trashpong.bus.Cluster.await;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Connections end and Postgres dies under traffic. */
final class BusFaultsTest extends WithCluster {
    private static final int KILLS = 20;

    @Test
    void nothing_ordered_or_durable_is_missed_while_backends_are_terminated() {
        var a = cluster.start();
        var b = cluster.start();
        var taken = new CopyOnWriteArrayList<String>();
        b.consume("relay.faults", taken);
        var writer = cluster.connect("lobby");
        var moves = new ArrayList<String>();
        var events = new ArrayList<String>();
        for (int kill = 1; kill <= KILLS; kill++) {
            for (int i = 0; i < 50; i++) {
                var move = Integer.toString(moves.size());
                moves.add(move);
                a.move(b, move);
                if (i % 10 == 0) {
                    events.add(move);
                    await(a.results.append(writer, move).onSuccess(done -> a.results.ring()));
                }
                if (i == 25) {
                    terminateBackendsOf(kill % 2 == 0 ? a : b, kill % 4 < 2 ? "LIMIT 1" : "");
                }
            }
            int resyncs = kill / 2 + 1;
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> a.resyncs.get() >= resyncs && b.resyncs.get() >= resyncs);
        }
        await().until(() -> b.heardMoves.size() >= moves.size() && taken.size() >= events.size());
        assertEquals(moves, b.heardMoves);
        assertEquals(events, taken);
        assertEquals(List.of(), b.gaps);
        assertTrue(a.count("reconnects") + b.count("reconnects") >= KILLS);
        await(writer.close());
    }

    @Test
    void a_replica_whose_connections_were_terminated_listens_and_is_locked_again() {
        var a = cluster.start();
        terminateBackendsOf(a, "");
        await().until(() -> a.resyncs.get() == 2);
        assertTrue(a.bus.isListening());
        assertEquals("t", postgres().query("SELECT bus.is_locked('%s')".formatted(a.id())));
    }

    @Test
    void a_replica_waits_for_its_lock_while_its_old_backend_lives() {
        var a = cluster.create("relay");
        var old = cluster.connect("relay");
        assertTrue(await(ReplicaLock.tryLock(old, a.id())));
        var started = a.bus.start();
        await().during(Duration.ofMillis(600)).until(() -> !started.isComplete());
        assertFalse(a.bus.isListening());
        await(old.close());
        await(started);
        assertTrue(a.bus.isListening());
    }

    @Test
    void what_was_heard_while_deaf_is_replaced_by_a_resync_before_new_deliveries() {
        var a = cluster.start();
        var b = cluster.start();
        var order = new CopyOnWriteArrayList<String>();
        b.bus.onListening(() -> order.add("resync after " + b.heardMoves.size()));
        a.move(b, "before");
        await().until(() -> b.heardMoves.size() == 1);
        terminateBackendsOf(b, "");
        a.move(b, "after");
        await().until(() -> b.heardMoves.size() == 2);
        assertEquals(List.of("resync after 1"), order);
    }

    @Test
    void traffic_goes_on_after_postgres_crashed_and_came_back() {
        var a = cluster.start();
        var b = cluster.start();
        var taken = new CopyOnWriteArrayList<String>();
        b.consume("relay.faults", taken);
        a.move(b, "0");
        await().until(() -> b.heardMoves.size() == 1);
        postgres().stopImmediately();
        await().until(() -> !a.bus.isListening() && !b.bus.isListening());
        IntStream.range(1, 200).forEach(i -> a.move(b, Integer.toString(i)));
        a.move(a, "mine");
        await().until(() -> a.heardMoves.equals(List.of("mine")));
        postgres().startAgain();
        await().until(() -> a.bus.isListening() && b.bus.isListening());
        var writer = cluster.connect("lobby");
        await(a.results.append(writer, "1").onSuccess(done -> a.results.ring()));
        await().until(() -> b.heardMoves.size() >= 200 && !taken.isEmpty());
        assertEquals(IntStream.range(0, 200).mapToObj(Integer::toString).toList(), b.heardMoves);
        assertEquals(List.of("1"), taken);
        assertEquals(List.of(), b.gaps);
        await(writer.close());
    }

    @Test
    void many_replicas_may_migrate_at_once() {
        postgres()
                .execute("DROP SCHEMA bus CASCADE; CREATE SCHEMA bus AUTHORIZATION trashpong_bus;"
                        + " GRANT USAGE ON SCHEMA bus TO trashpong_auth, trashpong_lobby, trashpong_relay");
        var migrations = List.of("auth", "lobby", "relay", "relay", "lobby", "auth").stream()
                .map(service -> CompletableFuture.runAsync(
                        () -> BusSchema.migrate(postgres().url(), "trashpong_" + service, "trashpong_" + service)))
                .toList();
        migrations.forEach(CompletableFuture::join);
        assertEquals(
                "t",
                postgres()
                        .query(
                                "SELECT count(*) = count(DISTINCT version) FROM bus.flyway_schema_history WHERE success"),
                "each migration was made once");
    }

    /** The listener and the notifier are the connections with a beat or a LISTEN as their last statement. */
    private static void terminateBackendsOf(Replica replica, String limit) {
        postgres().execute("""
                SELECT pg_terminate_backend(pid) FROM (
                  SELECT pid FROM pg_stat_activity
                  WHERE application_name = '%s' AND (query LIKE 'LISTEN%%' OR query LIKE '%%pg_notify%%')
                  ORDER BY query %s) dedicated""".formatted(replica.id(), limit));
    }
}
