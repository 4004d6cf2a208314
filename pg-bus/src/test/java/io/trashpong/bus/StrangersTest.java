package io.trashpong.bus;

import static io.trashpong.bus.Cluster.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.bus.testing.SharedSecret;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody may connect to the database, listen to any channel and notify on it, and does not know the secret. */
final class StrangersTest extends WithCluster {
    private static final String NEXT = "the-next-secret-of-the-tests-of-32-chars";

    private final List<String> overheard = new CopyOnWriteArrayList<>();
    private PgConnection stranger;
    private Replica a;
    private Replica b;
    private Replica c;

    @BeforeAll
    static void createStranger() {
        postgres().execute("CREATE ROLE stranger LOGIN PASSWORD 'stranger'");
        postgres().execute("GRANT CONNECT ON DATABASE postgres TO stranger");
    }

    @BeforeEach
    void start() {
        a = cluster.start();
        b = cluster.start();
        c = cluster.start();
        stranger = cluster.connectAs("stranger");
        stranger.notificationHandler(heard -> overheard.add(heard.getPayload()));
        var _ = await(stranger.query("LISTEN \"%s\"".formatted(Channels.inbox(b.id())))
                .execute());
    }

    @Test
    void garbage_is_counted_and_left() {
        for (var channel : List.of(Channels.ALL, Channels.inbox(b.id()))) {
            for (var payload : List.of("", "hello", "AQE", "A".repeat(7_999), "{\"x\": 1}")) {
                notify(channel, payload);
            }
        }
        await().until(() -> b.count("strangers") == 10);
        assertUndisturbed(0);
    }

    @Test
    void what_was_overheard_says_nothing_and_works_neither_again_nor_elsewhere_nor_in_part() {
        a.move(b, "a resume secret");
        await().until(() -> b.heardMoves.size() == 1 && !overheard.isEmpty());
        String genuine = overheard.getFirst();
        assertFalse(new String(Base64.getDecoder().decode(genuine), UTF_8).contains("resume"));
        notify(Channels.inbox(b.id()), genuine);
        await().until(() -> b.count("replayed") == 1);
        notify(Channels.inbox(c.id()), genuine);
        notify(Channels.ALL, genuine);
        notify(Channels.inbox(b.id()), genuine.substring(0, genuine.length() / 2));
        notify(Channels.inbox(b.id()), genuine + "AAAA");
        await().until(() -> c.count("strangers") == 2 && b.count("strangers") == 3);
        assertUndisturbed(1);
    }

    @Test
    void nobody_is_spoken_for_without_the_secret() {
        a.move(b, "genuine");
        await().until(() -> b.heardMoves.size() == 1);
        var forger = new Sealer(a.id(), BusSecrets.of(NEXT));
        var forged = new NotifyBatch(forger);
        var inbox = Channels.inbox(b.id());
        forged.add(inbox, new Frame.Ordered("moves", 2, "forged".getBytes(UTF_8)));
        forged.add(inbox, new Frame.Skip(1_000));
        forged.add(inbox, new Frame.Volatile("paddles", new byte[20_000]));
        forged.add(Channels.ALL, new Frame.Beat(Map.of(b.id(), 1_000L)));
        var packed = forged.pack();
        for (int i = 0; i < packed.payloads().length; i++) {
            notify(packed.channels()[i], packed.payloads()[i]);
        }
        await().until(() -> b.count("strangers") == packed.payloads().length);
        assertUndisturbed(1);
    }

    @Test
    void a_replica_with_another_secret_is_not_heard() {
        var other = cluster.create(cluster.config("relay", BusSecrets.of(NEXT)));
        await(other.bus.start());
        other.move(b, "not heard");
        await().until(() -> b.count("strangers") >= 1 && other.count("strangers") >= 1);
        assertEquals(Set.of(other.id()), other.bus.listAlive("relay"));
        assertFalse(b.bus.listAlive("relay").contains(other.id()));
        assertUndisturbed(0);
    }

    @Test
    void replicas_before_and_after_a_change_of_secret_hear_each_other() {
        var ahead = cluster.create(cluster.config("relay", new BusSecrets(SharedSecret.BUS, Optional.of(NEXT))));
        var rolled = cluster.create(cluster.config("relay", new BusSecrets(NEXT, Optional.of(SharedSecret.BUS))));
        var last = cluster.create(cluster.config("relay", BusSecrets.of(NEXT)));
        await(ahead.bus.start());
        await(rolled.bus.start());
        await(last.bus.start());
        ahead.move(rolled, "to the rolled");
        rolled.move(ahead, "to the one ahead");
        last.move(rolled, "from the last");
        rolled.move(last, "to the last");
        await().until(() -> rolled.heardMoves.size() == 2
                && ahead.heardMoves.equals(List.of("to the one ahead"))
                && last.heardMoves.equals(List.of("to the last")));
        assertTrue(rolled.heardMoves.containsAll(List.of("to the rolled", "from the last")));
    }

    /** @param before moves that b has heard */
    private void assertUndisturbed(int before) {
        a.move(b, "next");
        await().until(() -> b.heardMoves.size() > before);
        assertEquals(before + 1, b.heardMoves.size());
        assertEquals("next", b.heardMoves.getLast());
        assertEquals(List.of(), b.heardPaddles);
        assertEquals(List.of(), c.heardMoves);
        assertEquals(List.of(), b.gaps);
        assertEquals(0, b.count("reconnects") + c.count("reconnects"));
    }

    private void notify(String channel, String payload) {
        var _ = await(stranger.preparedQuery("SELECT pg_notify($1, $2)").execute(Tuple.of(channel, payload)));
    }
}
