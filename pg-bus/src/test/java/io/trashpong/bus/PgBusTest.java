package io.trashpong.bus;

import static io.trashpong.bus.Cluster.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PgBusTest extends WithCluster {
    @Test
    void a_volatile_payload_reaches_the_replica_it_is_for_and_no_other() {
        var a = cluster.start();
        var b = cluster.start();
        var c = cluster.start();
        a.paddle(b, "k", "up");
        await().until(() -> b.heardPaddles.equals(List.of("up")));
        a.paddle(c, "k", "down");
        await().until(() -> c.heardPaddles.equals(List.of("down")));
        assertEquals(List.of(), a.heardPaddles);
        assertEquals(List.of("up"), b.heardPaddles);
    }

    @Test
    void a_broadcast_reaches_all_but_its_sender() {
        var a = cluster.start();
        var b = cluster.start();
        var c = cluster.start("lobby");
        a.paddles.broadcast("k", "all".getBytes(UTF_8));
        await().until(() -> b.heardPaddles.equals(List.of("all")) && c.heardPaddles.equals(List.of("all")));
        assertEquals(List.of(), a.heardPaddles);
    }

    @Test
    void ordered_payloads_of_all_sizes_arrive_whole_and_in_order() {
        var a = cluster.start();
        var b = cluster.start();
        var random = new Random(7);
        var sent = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            int size = i % 10 == 0 ? BusLimits.MAX_PAYLOAD : random.nextInt(12_000);
            sent.add(random.ints(size, 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        sent.forEach(move -> a.move(b, move));
        await().until(() -> b.heardMoves.size() >= sent.size());
        assertEquals(sent, b.heardMoves);
    }

    @Test
    void equal_payloads_are_not_folded_into_one() {
        var a = cluster.start();
        var b = cluster.start();
        IntStream.range(0, 1_000).forEach(i -> a.move(b, "same"));
        await().until(() -> b.heardMoves.size() == 1_000);
    }

    @Test
    void many_payloads_take_few_commits() {
        var a = cluster.start();
        var b = cluster.start();
        // In waves that fit the ring: what a sender piles up beyond it is told as a gap, and that is another test.
        for (int wave = 1; wave <= 4; wave++) {
            int until = wave * 5_000;
            IntStream.range(until - 5_000, until).forEach(i -> a.move(b, "move " + i));
            await().until(() -> b.heardMoves.size() == until);
        }
        assertEquals("move 19999", b.heardMoves.getLast());
        long statements =
                a.meters.get("trashpong.bus.notify.payloads").summary().count();
        assertTrue(statements < 1_000, statements + " statements for 20,000 payloads");
    }

    @Test
    void an_idle_replica_makes_fewer_than_five_commits_a_second() {
        var a = cluster.start();
        cluster.start().consume("relay.idle", new ArrayList<>());
        await().until(() -> a.bus.listAlive("relay").size() == 2);
        long before = commits();
        long begin = System.nanoTime();
        await().atLeast(Duration.ofSeconds(2)).until(() -> System.nanoTime() - begin > 2_500_000_000L);
        double each = (commits() - before) / 2.0 / ((System.nanoTime() - begin) / 1e9);
        assertTrue(each < 5, each + " commits a second");
    }

    @Test
    void what_is_sent_to_oneself_arrives_without_postgres() {
        var alone = cluster.create("relay");
        alone.move(alone, "mine");
        alone.paddle(alone, "k", "too");
        await().until(() -> alone.heardMoves.equals(List.of("mine")) && alone.heardPaddles.equals(List.of("too")));
        assertFalse(alone.bus.isListening());
    }

    @Test
    void replicas_see_who_is_alive_and_who_holds_its_lock() {
        var a = cluster.start();
        var b = cluster.start();
        await().until(() -> a.bus.listAlive("relay").equals(Set.of(a.id(), b.id())));
        assertEquals(Set.of(), a.bus.listAlive("lobby"));
        assertTrue(isLocked(b.id()));
        assertEquals("t", postgres().query("SELECT bus.locked_for('%s') > interval '0'".formatted(b.id())));
        await(b.bus.stop());
        await().until(() -> !isLocked(b.id()));
        assertFalse(isLocked(ReplicaId.createFor("relay")));
        await().until(() -> a.bus.listAlive("relay").equals(Set.of(a.id())));
    }

    private static boolean isLocked(ReplicaId replica) {
        return postgres().query("SELECT bus.is_locked('%s')".formatted(replica)).equals("t");
    }

    private static long commits() {
        return Long.parseLong(
                postgres().query("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"));
    }
}
