package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The owner is killed at each point between a ball's crossing and the next serve. */
final class CrashPointsTest {

    @Test
    void before_a_goal_is_written_it_never_was_and_nobody_had_heard_of_it() {
        var room = FakeRoom.inRally();
        room.postgresAnswers = false;
        int written = room.writes.size();
        room.nextWake();
        assertEquals(written + 1, room.writes.size());
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Goal.class));
        var lost = room.writes.removeLast();
        assertEquals(1, lost.events().size());
        assertEquals(List.of(0, 0), snapshotAfterTakeOver(room).score());
    }

    @Test
    void between_the_write_and_the_announcement_the_next_owner_announces_it_by_its_snapshot() {
        var room = FakeRoom.inRally();
        room.postgresAnswers = false;
        room.nextWake();
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Goal.class));
        var point = (RelayEvent.ScoreChanged) room.writes.getLast().events().getFirst();
        assertEquals(point.score(), snapshotAfterTakeOver(room).score());
    }

    @Test
    void between_the_announcement_and_a_hand_over_the_goal_goes_with_the_room() {
        var room = FakeRoom.inRally();
        room.nextWake();
        var goal = room.last(LEFT, ServerMessage.Goal.class);
        var next = room.handedOver();
        assertEquals(List.of(), next.writes, "not written again");
        next.resume(LEFT, room.ada, 1, goal.seq() - 1);
        assertEquals(2, next.all(LEFT, ServerMessage.Goal.class).size(), "as part of the tail");
        assertEquals(goal, next.last(LEFT, ServerMessage.Goal.class));
        var leg = next.leg();
        assertEquals(room.leg(), leg, "the serve after it is the same one");
    }

    @Test
    void between_the_result_and_its_announcement_the_match_is_finished_and_stays_so() {
        var room = FakeRoom.inRally();
        room.postgresAnswers = false;
        room.say(RIGHT, new ClientMessage.Leave());
        assertEquals(List.of(), room.all(LEFT, ServerMessage.Finished.class));
        var result = room.events(RelayEvent.MatchFinished.class).getFirst().result();
        var after = room.takenOver();
        after.resume(LEFT, room.ada, 1, 1);
        var snapshot = after.last(LEFT, ServerMessage.Welcome.class).snapshot();
        assertTrue(snapshot != null && snapshot.score().equals(result.score()));
        assertEquals(List.of(), after.events(RelayEvent.MatchFinished.class), "one result");
    }

    private static RoomSnapshot snapshotAfterTakeOver(FakeRoom room) {
        var next = room.takenOver();
        next.resume(LEFT, room.ada, 1, 1);
        return Objects.requireNonNull(
                next.last(LEFT, ServerMessage.Welcome.class).snapshot());
    }
}
