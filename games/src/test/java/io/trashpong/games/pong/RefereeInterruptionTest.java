package io.trashpong.games.pong;

import static io.trashpong.games.pong.Table.SECOND;
import static io.trashpong.games.pong.Table.refused;
import static io.trashpong.games.pong.Table.verdictIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Pause, let and take-over. */
class RefereeInterruptionTest {
    private final Table table = new Table();
    private final Referee referee = table.referee;

    @Test
    void a_pause_freezes_the_ball_and_a_resume_lets_it_fly_on_from_there() {
        BallLeg leg = referee.serve(SECOND);
        long pausedAt = SECOND + 300_000;

        assertEquals(List.of(), referee.pause(pausedAt));
        assertEquals(OptionalLong.empty(), referee.nextDeadline());
        BallLeg resumed = referee.resume(9 * SECOND).orElseThrow();

        assertEquals(leg.leg(), resumed.leg());
        assertEquals(leg.xAt(pausedAt), resumed.xAt(9 * SECOND));
        assertEquals(leg.yAt(pausedAt), resumed.yAt(9 * SECOND));
        assertEquals(leg.crossingTime() - pausedAt, resumed.crossingTime() - 9 * SECOND);
    }

    @Test
    void paddles_stand_still_during_a_pause_and_aims_are_refused() {
        table.serve(SECOND);
        Ruling moving = referee.aim(Seat.LEFT, SECOND, Court.PADDLE_TOP, SECOND).getFirst();
        assertTrue(moving instanceof Ruling.AimAccepted);
        long pausedAt = SECOND + 100_000;
        long y = referee.paddle(Seat.LEFT).yAt(pausedAt);
        assertEquals(List.of(), referee.pause(pausedAt));

        assertEquals(
                refused(Seat.LEFT, Ruling.Reason.PAUSED),
                referee.aim(Seat.LEFT, 2 * SECOND, Court.PADDLE_TOP, 2 * SECOND));
        assertEquals(y, referee.paddle(Seat.LEFT).yAt(5 * SECOND));
    }

    @Test
    void nobody_moves_before_the_time_of_the_resume() {
        table.serve(SECOND);
        assertEquals(List.of(), referee.pause(SECOND + 100_000));
        assertTrue(referee.resume(9 * SECOND).isPresent());

        assertEquals(
                1,
                referee.aim(Seat.LEFT, 7 * SECOND, Court.PADDLE_TOP, 7 * SECOND).size());
        assertEquals(Court.CENTRE_Y, referee.paddle(Seat.LEFT).yAt(9 * SECOND));
        assertTrue(referee.paddle(Seat.LEFT).yAt(9 * SECOND + 10_000) < Court.CENTRE_Y);
    }

    @Test
    void a_ball_that_has_crossed_is_decided_before_the_pause() {
        BallLeg leg = referee.serve(SECOND);
        table.moveOutOfTheWay();

        Ruling.VerdictReached ruling =
                verdictIn(referee.pause(leg.crossingTime())).orElseThrow();

        assertEquals(Ruling.Ground.PAUSE, ruling.ground());
        assertEquals(Optional.empty(), referee.resume(9 * SECOND));
        assertEquals(2, referee.serve(10 * SECOND).leg());
    }

    @Test
    void between_crossing_and_verdict_the_referee_says_that_it_waits() {
        BallLeg leg = referee.serve(SECOND);
        table.moveOutOfTheWay();
        assertFalse(referee.awaitsVerdict(leg.crossingTime() - 1));
        assertTrue(referee.awaitsVerdict(leg.crossingTime()));
        assertInstanceOf(Verdict.Miss.class, table.commit().verdict());
        assertFalse(referee.awaitsVerdict(leg.crossingTime()));
    }

    @Test
    void a_match_restored_without_its_rally_serves_the_same_point_again() {
        BallLeg leg = referee.serve(SECOND);
        assertEquals(List.of(), referee.pause(SECOND + 5));

        Referee restored = Referee.restore(referee.snapshot().withoutRally());

        assertEquals(
                new BallLeg(2, SECOND, leg.x0(), leg.y0(), leg.vx(), leg.vy(), 0).delayedBy(SECOND),
                restored.serve(2 * SECOND));
    }

    @Test
    void pausing_twice_is_pausing_once_and_what_is_not_paused_cannot_resume() {
        table.serve(SECOND);
        assertEquals(List.of(), referee.pause(SECOND + 1));
        assertEquals(List.of(), referee.pause(5 * SECOND));
        assertEquals(2 * SECOND - 1, referee.resume(2 * SECOND).orElseThrow().t0());
        assertThrows(IllegalStateException.class, () -> referee.resume(3 * SECOND));
    }

    @Test
    void a_pause_before_the_time_of_a_resume_leaves_the_ball_where_it_was() {
        BallLeg leg = referee.serve(SECOND);
        long pausedAt = SECOND + 300_000;
        assertEquals(List.of(), referee.pause(pausedAt));
        assertTrue(referee.resume(9 * SECOND).isPresent());

        assertEquals(List.of(), referee.pause(8 * SECOND));
        BallLeg resumed = referee.resume(20 * SECOND).orElseThrow();

        assertEquals(leg.xAt(pausedAt), resumed.xAt(20 * SECOND));
    }

    @Test
    void a_let_serves_the_same_point_again_under_the_next_number() {
        BallLeg leg = referee.serve(SECOND);
        table.returnBall();

        BallLeg again = referee.serveAgain(20 * SECOND);

        assertEquals(new BallLeg(3, 20 * SECOND, leg.x0(), leg.y0(), leg.vx(), leg.vy(), 0), again);
        assertEquals(Score.NONE, referee.score());
    }

    @Test
    void a_restored_referee_goes_on_as_if_nothing_had_been() throws JsonProcessingException {
        table.serve(SECOND);
        table.returnBall();
        table.moveOutOfTheWay();
        ObjectMapper json = new ObjectMapper();

        String kept = json.writeValueAsString(referee.snapshot());
        Referee restored = Referee.restore(json.readValue(kept, RefereeSnapshot.class));

        assertEquals(referee.snapshot(), restored.snapshot());
        long deadline = referee.nextDeadline().orElseThrow();
        assertEquals(referee.deadline(deadline), restored.deadline(deadline));
        assertEquals(referee.serve(deadline + SECOND), restored.serve(deadline + SECOND));
        assertEquals(referee.receipt(), restored.receipt());
    }

    @Test
    void a_paused_referee_is_restored_paused() throws JsonProcessingException {
        table.serve(SECOND);
        assertEquals(List.of(), referee.pause(SECOND + 5));
        ObjectMapper json = new ObjectMapper();

        Referee restored =
                Referee.restore(json.readValue(json.writeValueAsString(referee.snapshot()), RefereeSnapshot.class));

        assertTrue(restored.isPaused());
        assertEquals(referee.resume(3 * SECOND), restored.resume(3 * SECOND));
    }
}
