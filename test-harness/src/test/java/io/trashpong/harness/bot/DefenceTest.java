package io.trashpong.harness.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.games.pong.BallLeg;
import io.trashpong.games.pong.Court;
import io.trashpong.games.pong.Paddle;
import io.trashpong.games.pong.Seat;
import io.trashpong.games.pong.Verdict;
import org.junit.jupiter.api.Test;

class DefenceTest {
    private static final BallLeg TO_THE_MIDDLE =
            new BallLeg(1, 1_000_000, Court.CENTRE_X, Court.CENTRE_Y, -800 * Court.SU_PER_UNIT, 0, 0);
    private static final BallLeg RETURNED = ((Verdict.Hit) Verdict.of(TO_THE_MIDDLE, Paddle.centred(0))).next();

    private final Defence defence = new Defence(Seat.LEFT);

    @Test
    void a_hit_that_was_seen_and_announced_agrees() {
        cross();
        defence.legStarted(RETURNED);

        assertEquals(Figures.NONE.agreed(), defence.figures());
    }

    @Test
    void a_goal_announced_after_a_hit_was_seen_contradicts() {
        cross();
        defence.goal(1);

        assertEquals(Figures.NONE.contradicted(), defence.figures());
    }

    @Test
    void a_hit_announced_after_a_miss_was_seen_contradicts() {
        defence.legStarted(TO_THE_MIDDLE);
        defence.aim(0, Court.PADDLE_TOP);
        defence.crossed(TO_THE_MIDDLE);
        defence.legStarted(RETURNED);

        assertEquals(Figures.NONE.contradicted(), defence.figures());
    }

    @Test
    void a_ball_that_flies_on_otherwise_is_counted_apart() {
        cross();
        defence.legStarted(RETURNED.delayedBy(1));

        assertEquals(Figures.NONE.fliesOnOtherwise(), defence.figures());
    }

    @Test
    void a_verdict_before_the_crossing_was_seen_is_counted_apart() {
        defence.legStarted(TO_THE_MIDDLE);
        defence.goal(1);

        assertEquals(Figures.NONE.cameUnpredicted(), defence.figures());
    }

    @Test
    void the_other_sides_balls_do_not_count() {
        defence.legStarted(RETURNED);
        defence.goal(2);

        assertEquals(Figures.NONE, defence.figures());
    }

    private void cross() {
        defence.legStarted(TO_THE_MIDDLE);
        defence.crossed(TO_THE_MIDDLE);
    }
}
