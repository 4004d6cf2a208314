package io.trashpong.relay.room;

import static io.trashpong.relay.room.FakeRoom.LEFT;
import static io.trashpong.relay.room.FakeRoom.OTHER;
import static io.trashpong.relay.room.FakeRoom.RIGHT;
import static io.trashpong.relay.room.FakeRoom.SPECTATOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A room changes its owner in play. */
final class HandOverTest {

    @Test
    void the_ball_in_flight_is_judged_by_the_next_owner_as_the_old_one_would_have() {
        var old = FakeRoom.inRally();
        var leg = old.leg();
        var next = old.handedOver();
        var commit = new ClientMessage.Commit(leg.crossingTime(), leg.leg());
        for (FakeRoom room : List.of(old, next)) {
            room.now = leg.crossingTime() + 1;
            room.say(room.defender(), commit);
        }
        assertEquals(old.all(LEFT, ServerMessage.LegStarted.class), next.all(LEFT, ServerMessage.LegStarted.class));
        assertEquals(old.all(RIGHT, ServerMessage.Goal.class), next.all(RIGHT, ServerMessage.Goal.class));
    }

    @Test
    void nobody_is_told_anything_and_everybody_hears_on_in_order() {
        var old = FakeRoom.inRally();
        int heard = old.hear(RIGHT).size();
        var next = old.handedOver();
        next.handle(new RoomCommand.Wake());
        assertEquals(heard, next.hear(RIGHT).size());
        next.say(LEFT, new ClientMessage.Chat("on we go"));
        List<Long> seqs = next.hear(RIGHT).stream()
                .filter(ServerMessage.Numbered.class::isInstance)
                .map(message -> ((ServerMessage.Numbered) message).seq())
                .toList();
        assertEquals(seqs.getFirst() + seqs.size() - 1, seqs.getLast());
        assertEquals(1, next.all(RIGHT, ServerMessage.ChatSaid.class).size());
    }

    @Test
    void who_comes_back_with_a_place_in_the_old_owners_history_gets_the_tail() {
        var old = FakeRoom.inRally();
        long seen = old.last(RIGHT, ServerMessage.Countdown.class).seq();
        var next = old.handedOver();
        next.resume(OTHER, old.bob, 1, seen);
        var welcome = next.last(OTHER, ServerMessage.Welcome.class);
        assertTrue(welcome.recovered());
        assertEquals(2, welcome.epoch());
        assertEquals(seen, welcome.seq());
        assertEquals(old.last(RIGHT, ServerMessage.LegStarted.class), next.last(OTHER, ServerMessage.LegStarted.class));
    }

    @Test
    void a_place_in_a_history_from_before_a_crash_recovers_nothing() {
        var crashed = FakeRoom.inRally();
        var taken = crashed.takenOver();
        taken.resume(LEFT, crashed.ada, 1, 1);
        taken.resume(RIGHT, crashed.bob, 1, 1);
        var next = taken.handedOver();
        next.resume(OTHER, crashed.bob, 1, 1);
        assertFalse(next.last(OTHER, ServerMessage.Welcome.class).recovered());
    }

    @Test
    void a_future_epoch_recovers_nothing() {
        var next = FakeRoom.inRally().handedOver();
        next.resume(OTHER, next.bob, 3, 1);
        assertFalse(next.last(OTHER, ServerMessage.Welcome.class).recovered());
    }

    @Test
    void pauses_budgets_and_who_is_away_go_with_it() {
        var old = FakeRoom.inRally();
        old.detach(RIGHT);
        old.advance(7 * FakeRoom.SECOND);
        var next = old.handedOver();
        next.advance(5 * FakeRoom.SECOND);
        next.resume(OTHER, old.bob, 1, 1);
        assertEquals(1, next.all(OTHER, ServerMessage.Resumed.class).size());
        next.watchAndWait();
        var snapshot = next.last(SPECTATOR, ServerMessage.Welcome.class).snapshot();
        assertTrue(snapshot != null);
        var away = Objects.requireNonNull(snapshot.seats().get(1));
        assertEquals(16_500, away.pauseLeftMs(), "12 s, and 1.5 s until play goes on");
    }

    @Test
    void a_result_goes_with_it_and_is_not_written_again() {
        var old = FakeRoom.inRally();
        old.detach(RIGHT);
        old.advance(RoomLimits.PAUSE_BUDGET + 1);
        var result = old.last(LEFT, ServerMessage.Finished.class).result();
        var next = old.handedOver();
        next.advance(5 * FakeRoom.SECOND);
        next.watchAndWait();
        var snapshot = next.last(SPECTATOR, ServerMessage.Welcome.class).snapshot();
        assertTrue(snapshot != null && result.equals(snapshot.result()));
        assertEquals(List.of(), next.events(RelayEvent.MatchFinished.class));
    }

    @Test
    void nothing_is_handed_over_while_a_result_is_being_written() {
        var room = FakeRoom.inRally();
        room.postgresAnswers = false;
        room.say(LEFT, new ClientMessage.Leave());
        assertTrue(room.session.live(room.now).isEmpty());
    }

    @Test
    void a_long_history_is_cut_from_its_old_end() {
        var room = FakeRoom.withTwo();
        var live = room.live();
        var less = live.withLessHistory();
        assertEquals(live.history().getLast(), less.history().getLast());
        assertEquals(live.history().size() / 2, less.history().size());
        assertEquals(live.lastSeq(), less.lastSeq());
    }
}
