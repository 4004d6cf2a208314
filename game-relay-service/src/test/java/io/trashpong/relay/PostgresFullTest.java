package io.trashpong.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Postgres has no space left in a rally, and gets some. */
final class PostgresFullTest {
    @Test
    void the_room_plays_on_and_a_goal_waits_until_it_can_be_written_once() {
        var vertx = Vertx.vertx();
        var database = TestDatabase.create();
        var auth = AuthServer.start(vertx);
        var players = new Players(vertx, auth);
        var relay = RunningRelay.start(database, auth);
        var table = Table.fresh();
        TestClient left = players.join(relay, table, 0);
        TestClient right = players.join(relay, table, 1);
        Players.startMatch(left, right);
        fill(database);
        Awaitility.await("the ball is missed, and the goal not written")
                .until(() ->
                        database.query("SELECT last_value FROM relay.refused").compareTo("1") > 0);
        left.say(new ClientMessage.Chat("still here"));
        right.await(ServerMessage.ChatSaid.class);
        Awaitility.await("what is not written is not announced")
                .during(Duration.ofMillis(500))
                .until(() -> left.all(ServerMessage.Goal.class).isEmpty());
        database.execute("DROP TRIGGER no_space ON bus.outbox");
        var goal = left.await(ServerMessage.Goal.class);
        assertEquals(goal, right.await(ServerMessage.Goal.class));
        assertEquals(1, left.all(ServerMessage.Goal.class).size());
        assertEquals("1", database.query("SELECT count(*) FROM bus.outbox WHERE payload ->> 'type' = 'score-changed'"));
        assertEquals(0, left.closeCode() + right.closeCode());
        relay.kill();
        Waiting.await(vertx.close());
    }

    /** Every event is refused as when a disk is full; a sequence counts, since it outlives what is rolled back. */
    private static void fill(TestDatabase database) {
        database.execute("""
                CREATE SEQUENCE relay.refused;
                GRANT USAGE ON SEQUENCE relay.refused TO trashpong_relay;
                CREATE FUNCTION relay.no_space() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  PERFORM nextval('relay.refused');
                  RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
                END $$;
                CREATE TRIGGER no_space BEFORE INSERT ON bus.outbox FOR EACH ROW EXECUTE FUNCTION relay.no_space()""");
    }
}
