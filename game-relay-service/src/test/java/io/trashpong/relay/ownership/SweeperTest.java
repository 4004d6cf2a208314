package io.trashpong.relay.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trashpong.bus.Bus;
import io.trashpong.bus.BusConfig;
import io.trashpong.bus.PgBus;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.event.RelayEvent;
import io.trashpong.relay.testing.TestDatabase;
import io.trashpong.relay.testing.Waiting;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SweeperTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final LeaseTimes AT_ONCE =
            new LeaseTimes(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ZERO);
    private static TestDatabase database;
    private static Bus bus;
    private static Pool postgres;
    private static Sweeper sweeper;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        BusConfig config = TestDatabase.config(database.url());
        bus = PgBus.create(VERTX, config, new SimpleMeterRegistry());
        var events = bus.openDurable(RelayEvent.TOPIC);
        Waiting.await(bus.start());
        var connect =
                PgConnectOptions.fromUri(config.url()).setUser(config.user()).setPassword(config.password());
        postgres = PgBuilder.pool().connectingTo(connect).using(VERTX).build();
        sweeper = new Sweeper(VERTX, postgres, bus.self(), events, AT_ONCE);
        database.execute("INSERT INTO relay.replica (id, expires_at, unbroken_since, rooms, draining)" + " VALUES ('"
                + bus.self() + "', 'infinity', now(), 0, false)");
    }

    @AfterAll
    static void stop() {
        Waiting.await(bus.stop());
        Waiting.await(postgres.close());
        Waiting.await(VERTX.close());
    }

    @Test
    void a_room_that_nobody_ruled_for_a_minute_is_closed_and_told_once() {
        RoomId deserted = row("'relay.dead'", "'61 seconds'", null);
        RoomId released = row("NULL", "'61 seconds'", null);
        Waiting.await(sweeper.sweep());
        Waiting.await(sweeper.sweep());
        for (RoomId room : new RoomId[] {deserted, released}) {
            assertEquals("t", ask("closed_at IS NOT NULL", room));
            assertEquals("2", ask("epoch", room), "an owner that comes to life again writes nothing");
            assertEquals(
                    "1",
                    database.query("SELECT count(*) FROM bus.outbox WHERE payload ->> 'type' = 'room-closed'"
                            + " AND payload ->> 'room' = '" + room + "'"));
        }
    }

    @Test
    void a_room_whose_owner_just_died_has_a_minute() {
        RoomId room = row("'relay.dead'", null, null);
        Waiting.await(sweeper.sweep());
        assertEquals("t", ask("closed_at IS NULL AND orphaned_at IS NOT NULL", room));
    }

    @Test
    void a_room_that_somebody_rules_is_left_alone() {
        RoomId room = row("'" + bus.self() + "'", "'1 hour'", null);
        Waiting.await(sweeper.sweep());
        assertEquals("t", ask("closed_at IS NULL", room));
    }

    @Test
    void a_closed_room_is_forgotten_after_a_day() {
        RoomId old = row("NULL", null, "'25 hours'");
        RoomId recent = row("NULL", null, "'23 hours'");
        Waiting.await(sweeper.sweep());
        assertEquals("0", database.query("SELECT count(*) FROM relay.room WHERE id = '" + old + "'"));
        assertEquals("1", database.query("SELECT count(*) FROM relay.room WHERE id = '" + recent + "'"));
    }

    private static RoomId row(String owner, @Nullable String orphanedFor, @Nullable String closedFor) {
        RoomId room = RoomId.random();
        database.execute(
                "INSERT INTO relay.room (id, game, owner, epoch, origin, revision, state, orphaned_at, closed_at)"
                        + " VALUES ('%s', 'PONG', %s, 1, 0, 0, '{}', now() - interval %s, now() - interval %s)"
                                .formatted(room, owner, interval(orphanedFor), interval(closedFor))
                                .replace("now() - interval NULL", "NULL"));
        return room;
    }

    private static String interval(@Nullable String text) {
        return text == null ? "NULL" : text;
    }

    private static String ask(String what, RoomId room) {
        return database.query("SELECT " + what + " FROM relay.room WHERE id = '" + room + "'");
    }
}
