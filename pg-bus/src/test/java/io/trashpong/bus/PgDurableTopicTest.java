package io.trashpong.bus;

import static io.trashpong.bus.Cluster.await;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PgDurableTopicTest extends WithCluster {
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @BeforeEach
    void makeBusinessTable() {
        postgres()
                .execute("DROP TABLE IF EXISTS relay.effect; CREATE TABLE relay.effect (n int);"
                        + " GRANT ALL ON relay.effect TO trashpong_relay");
    }

    @Test
    void a_group_takes_each_event_once_and_every_group_takes_all() {
        var replicas = List.of(cluster.start(), cluster.start(), cluster.start());
        replicas.forEach(replica -> replica.consume("relay", taken));
        var others = new CopyOnWriteArrayList<String>();
        replicas.getFirst().consume("relay.other", others);
        var expected = IntStream.range(0, 250).mapToObj(Integer::toString).toList();
        var writer = cluster.connect("lobby");
        expected.forEach(event -> await(replicas.getFirst().results.append(writer, event)));
        replicas.getFirst().results.ring();
        await().until(() -> taken.size() >= 250 && others.size() >= 250);
        assertEquals(expected, taken);
        assertEquals(expected, others);
        await(writer.close());
    }

    @Test
    void a_bell_wakes_a_consumer_on_another_replica_at_once() {
        var a = cluster.start();
        var b = cluster.start();
        b.consume("relay", taken);
        await().until(() -> postgres().query("SELECT count(*) FROM bus.cursor").equals("1"));
        var writer = cluster.connect("lobby");
        await(a.results.append(writer, "1"));
        long rung = System.nanoTime();
        a.results.ring();
        await().pollInterval(Duration.ofMillis(10)).until(() -> !taken.isEmpty());
        assertTrue(System.nanoTime() - rung < 1_000_000_000L, "waited for the poll");
        await(writer.close());
    }

    @Test
    void an_event_without_a_bell_is_found_by_the_poll() {
        var a = cluster.start();
        a.consume("relay", taken);
        postgres().execute("INSERT INTO bus.outbox (topic, payload) VALUES ('lobby.results', '1')");
        await().until(() -> taken.equals(List.of("1")));
    }

    @Test
    void a_lost_cursor_is_made_again_and_events_are_taken_from_the_oldest_kept() {
        var a = cluster.start();
        a.consume("relay", taken);
        await().until(() -> postgres().query("SELECT count(*) FROM bus.cursor").equals("1"));
        postgres()
                .execute("TRUNCATE bus.cursor;"
                        + " INSERT INTO bus.outbox (topic, payload) VALUES ('lobby.results', '1')");
        a.results.ring();
        await().until(() -> taken.equals(List.of("1")));
    }

    @Test
    void an_event_that_commits_late_is_taken_though_a_younger_one_was_committed_before() {
        var a = cluster.start();
        a.consume("relay", taken);
        var slow = cluster.connect("lobby");
        var fast = cluster.connect("lobby");
        var older = await(slow.begin());
        await(a.results.append(slow, "\"older\""));
        await(a.results.append(fast, "\"younger\""));
        a.results.ring();
        await().during(Duration.ofMillis(300)).until(taken::isEmpty);
        await(older.commit());
        await().until(() -> taken.size() == 2);
        assertEquals(List.of("\"older\"", "\"younger\""), taken);
        await(slow.close());
        await(fast.close());
    }

    @Test
    void effects_happen_once_though_the_handler_fails_now_and_then() {
        var calls = new AtomicInteger();
        var replicas = List.of(cluster.start(), cluster.start());
        replicas.forEach(replica -> replica.consume(
                "relay",
                (transaction, events) -> insert(transaction, events)
                        .compose(done -> calls.incrementAndGet() % 3 == 1
                                ? Future.failedFuture("fails on purpose")
                                : Future.succeededFuture())));
        var writer = cluster.connect("lobby");
        for (int i = 0; i < 30; i++) {
            await(replicas.get(i % 2).results.append(writer, Integer.toString(i)));
            replicas.get(i % 2).results.ring();
        }
        await().until(() ->
                postgres().query("SELECT count(*) FROM relay.effect").equals("30"));
        assertEquals("30", postgres().query("SELECT count(DISTINCT n) FROM relay.effect"));
        assertTrue(replicas.stream()
                        .mapToDouble(it -> it.count("durable.failures"))
                        .sum()
                > 0);
        await(writer.close());
    }

    @Test
    void a_handler_that_throws_gets_its_batch_again() {
        var a = cluster.start();
        var calls = new AtomicInteger();
        a.consume("relay", (transaction, events) -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("fails on purpose");
            }
            taken.addAll(events);
            return Future.succeededFuture();
        });
        postgres().execute("INSERT INTO bus.outbox (topic, payload) VALUES ('lobby.results', '{\"a\": 1}')");
        a.results.ring();
        await().until(() -> taken.equals(List.of("{\"a\": 1}")));
    }

    @Test
    void old_events_go_when_all_groups_have_them_or_when_very_old() {
        postgres().execute("""
                INSERT INTO bus.outbox (topic, payload, created_at) VALUES
                  ('taken', '1', now() - interval '4 days'), ('waiting', '2', now() - interval '4 days'),
                  ('waiting', '3', now() - interval '31 days'), ('taken', '4', now());
                INSERT INTO bus.cursor VALUES ('taken', 'g', pg_current_xact_id(), 1000000), ('waiting', 'g', '0', 0)""");
        var service = cluster.connect("auth");
        await(service.query("SELECT bus.remove_old_events()").execute().<Void>mapEmpty());
        assertEquals("2,4", postgres().query("SELECT string_agg(payload::text, ',' ORDER BY id) FROM bus.outbox"));
        await(service.close());
    }

    @Test
    void a_service_can_neither_delete_events_nor_choose_their_order() {
        var service = cluster.connect("lobby");
        for (var sql : List.of(
                "DELETE FROM bus.outbox",
                "UPDATE bus.outbox SET topic = 'x'",
                "INSERT INTO bus.outbox (topic, payload, xid) VALUES ('x', '1', '1')")) {
            var refused = service.query(sql).execute().transform(done -> Future.succeededFuture(done.failed()));
            assertTrue(await(refused), sql);
        }
        await(service.close());
    }

    @Test
    void a_service_writes_its_own_topics_and_moves_its_own_cursors_and_a_stranger_neither() {
        var own = Map.of("lobby", "lobby", "auth", "auth.players", "relay", "relay");
        own.forEach((service, name) -> {
            var connection = cluster.connect(service);
            own.forEach((other, topic) -> assertEquals(service.equals(other), may(connection, append(topic))));
            own.forEach((other, group) -> assertEquals(service.equals(other), may(connection, enter(group))));
            own.forEach((other, group) -> assertEquals(service.equals(other), moves(connection, group)));
            await(connection.close());
        });
        postgres().execute("CREATE ROLE reporter LOGIN PASSWORD 'reporter' IN ROLE pg_monitor");
        postgres().execute("GRANT CONNECT ON DATABASE postgres TO reporter");
        var reporter = cluster.connectAs("reporter");
        for (var sql :
                List.of(append("relay"), enter("reporter"), "SELECT * FROM bus.outbox", "SET ROLE trashpong_bus")) {
            assertFalse(may(reporter, sql), sql);
        }
        await(reporter.close());
    }

    private static String append(String topic) {
        return "INSERT INTO bus.outbox (topic, payload) VALUES ('%s', '1')".formatted(topic);
    }

    private static String enter(String group) {
        return "INSERT INTO bus.cursor (topic, consumer_group) VALUES ('t', '%s') ON CONFLICT DO NOTHING"
                .formatted(group);
    }

    private static boolean may(SqlConnection connection, String sql) {
        return await(connection.query(sql).execute().transform(done -> Future.succeededFuture(done.succeeded())));
    }

    /** Whether there is a cursor of that group in this service's reach. */
    private static boolean moves(SqlConnection connection, String group) {
        postgres()
                .execute("INSERT INTO bus.cursor (topic, consumer_group) VALUES ('t', '%s') ON CONFLICT DO NOTHING"
                        .formatted(group));
        return await(connection
                        .query("UPDATE bus.cursor SET id = 7 WHERE consumer_group = '%s'".formatted(group))
                        .execute()
                        .map(rows -> rows.rowCount()))
                == 1;
    }

    private static Future<Void> insert(SqlConnection transaction, List<String> events) {
        var rows = new ArrayList<Tuple>();
        events.forEach(event -> rows.add(Tuple.of(Integer.parseInt(event))));
        return transaction
                .preparedQuery("INSERT INTO relay.effect VALUES ($1)")
                .executeBatch(rows)
                .mapEmpty();
    }
}
