package io.trashpong.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trashpong.bus.Bus;
import io.trashpong.bus.BusConfig;
import io.trashpong.bus.PgBus;
import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.relay.room.RoomRecord;
import io.trashpong.relay.room.RoomWrite;
import io.trashpong.relay.testing.CuttingProxy;
import io.trashpong.relay.testing.Table;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A result is written exactly once, whatever becomes of the answer, and by the ruling epoch only. */
final class WrittenOnceTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final int RESULTS = 100;
    private static TestDatabase database;
    private static CuttingProxy proxy;
    private static Bus bus;
    private static Pool postgres;
    private static RoomStore store;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        proxy = CuttingProxy.start(VERTX, database.url());
        BusConfig config = TestDatabase.config(proxy.url());
        bus = PgBus.create(VERTX, config, new SimpleMeterRegistry());
        var connect =
                PgConnectOptions.fromUri(config.url()).setUser(config.user()).setPassword(config.password());
        postgres = PgBuilder.pool().connectingTo(connect).using(VERTX).build();
        store = new RoomStore(postgres, bus.openDurable(RelayEvent.TOPIC));
    }

    @AfterAll
    static void stop() {
        Waiting.await(bus.stop());
        Waiting.await(postgres.close());
        Waiting.await(VERTX.close());
    }

    @Test
    void a_hundred_results_whose_commits_were_never_answered_are_each_written_once() {
        for (int i = 0; i < RESULTS; i++) {
            var match = begin();
            proxy.cutNextAnswer();
            RoomWrite result = match.result(2);
            assertThrows(IllegalStateException.class, () -> write(match, 1, result), "no answer came");
            Awaitility.await("tried again on a living connection, it stands")
                    .ignoreExceptions()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> write(match, 1, result));
            assertTrue(write(match, 1, result), "and again");
        }
        assertEquals(RESULTS, proxy.cuts());
        assertEquals(
                Integer.toString(RESULTS), database.query("SELECT count(*) FROM relay.match WHERE result IS NOT NULL"));
        assertEquals(
                Integer.toString(RESULTS),
                database.query("SELECT count(*) FROM bus.outbox WHERE payload ->> 'type' = 'match-finished'"));
    }

    @Test
    void a_stale_epoch_writes_nothing_of_its_transaction() {
        var match = begin();
        database.execute(
                "UPDATE relay.room SET epoch = 2 WHERE id = '" + match.table().room() + "'");
        assertFalse(write(match, 1, match.result(2)));
        assertEquals(
                "0",
                database.query("SELECT count(*) FROM relay.match WHERE result IS NOT NULL AND room = '"
                        + match.table().room() + "'"));
        assertEquals(
                "1",
                database.query("SELECT revision FROM relay.room WHERE id = '"
                        + match.table().room() + "'"));
    }

    @Test
    void an_old_revision_does_not_come_back_over_a_newer_one() {
        var match = begin();
        assertTrue(write(match, 1, match.result(3)));
        assertTrue(write(match, 1, new RoomWrite(2, match.state(), List.of(), false)), "it counts as written");
        assertEquals(
                "3",
                database.query("SELECT revision FROM relay.room WHERE id = '"
                        + match.table().room() + "'"));
    }

    private record Begun(Table table, MatchId id) {
        RoomRecord state() {
            return RoomRecord.empty(GameKind.PONG);
        }

        List<Player> players() {
            return List.of(table.left(), table.right());
        }

        RoomWrite result(long revision) {
            var side = new FairnessReceipt.Side(0, 0, 0, 0, 0);
            var finished = new RelayEvent.MatchFinished(
                    table.room(),
                    GameKind.PONG,
                    players(),
                    new MatchResult(id, 0, List.of(11, 3), MatchResult.Ending.PLAYED),
                    new FairnessReceipt(List.of(side, side), 0, 0),
                    Instant.EPOCH,
                    Instant.EPOCH);
            return new RoomWrite(revision, state(), List.of(finished), false);
        }
    }

    private static Begun begin() {
        var match = new Begun(Table.fresh(), MatchId.random());
        database.execute("INSERT INTO relay.room (id, game, owner, epoch, origin, revision, state)" + " VALUES ('"
                + match.table().room() + "', 'PONG', 'relay.here', 1, 0, 0, '{}')");
        var started = new RelayEvent.MatchStarted(
                match.table().room(), match.id(), GameKind.PONG, match.players(), Instant.EPOCH);
        assertTrue(write(match, 1, new RoomWrite(1, match.state(), List.of(started), false)));
        return match;
    }

    private static boolean write(Begun match, long epoch, RoomWrite write) {
        return Waiting.await(store.write(match.table().room(), epoch, write));
    }
}
