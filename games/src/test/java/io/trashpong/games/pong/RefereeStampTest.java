package io.trashpong.games.pong;

import static io.trashpong.games.pong.Table.GOOD_CAP;
import static io.trashpong.games.pong.Table.SECOND;
import static io.trashpong.games.pong.Table.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RefereeStampTest {
    private final Table table = new Table();
    private final Referee referee = table.referee;

    @Test
    void a_stamp_of_ten_milliseconds_ahead_is_taken_and_one_microsecond_more_is_not() {
        assertEquals(SECOND + 10_000, accepted(SECOND + 10_000, SECOND).t0());
        assertEquals(
                refused(Seat.LEFT, Ruling.Reason.FROM_THE_FUTURE),
                referee.aim(Seat.LEFT, SECOND + 10_001, Court.CENTRE_Y, SECOND));
        assertEquals(1, referee.receipt().left().messagesRefused());
    }

    @Test
    void a_stamp_before_an_earlier_one_is_refused_and_changes_nothing() {
        Paddle before = accepted(SECOND, SECOND);

        assertEquals(
                refused(Seat.LEFT, Ruling.Reason.STAMP_WENT_BACK),
                referee.aim(Seat.LEFT, SECOND - 1, Court.PADDLE_TOP, SECOND));
        assertEquals(before, referee.paddle(Seat.LEFT));
    }

    @Test
    void a_stamp_older_than_the_allowance_counts_from_there_and_is_counted() {
        assertEquals(SECOND - GOOD_CAP, accepted(SECOND - 400_000, SECOND).t0());
        assertEquals(1, referee.receipt().left().stampsTooOld());
        assertEquals(GOOD_CAP, referee.receipt().left().creditUsed());
    }

    @Test
    void after_a_burst_of_old_messages_none_of_an_honest_client_is_refused() {
        assertEquals(SECOND - GOOD_CAP, accepted(SECOND - 400_000, SECOND).t0());
        assertEquals(SECOND - GOOD_CAP, accepted(SECOND - 300_000, SECOND).t0());

        assertEquals(SECOND + 30_000, accepted(SECOND + 30_000, SECOND + 40_000).t0());
        assertEquals(0, referee.receipt().left().messagesRefused());
    }

    @Test
    void nobody_is_waited_for_longer_than_150_milliseconds() {
        Line bad = new Line(2_000_000, 500_000, 1_000_000);
        Referee patient = Referee.open(Table.MATCH_SEED, 0, bad, bad);
        BallLeg leg = patient.serve(SECOND);
        assertEquals(OptionalLong.of(leg.crossingTime() + 150_000), patient.nextDeadline());
    }

    @Test
    void a_new_measurement_counts_from_the_next_leg_on() {
        table.serve(SECOND);
        OptionalLong before = referee.nextDeadline();
        referee.measured(Seat.LEFT, new Line(0, 0, 0));
        referee.measured(Seat.RIGHT, new Line(0, 0, 0));

        assertEquals(before, referee.nextDeadline());
        table.returnBall();
        assertEquals(OptionalLong.of(table.ball().crossingTime() + Line.MARGIN), referee.nextDeadline());
    }

    @Test
    void one_late_message_is_granted_the_whole_cap_and_a_habit_only_what_refills() {
        LagCredit credit = LagCredit.full(Table.GOOD);
        long refill = Table.GOOD.refill();
        assertTrue(refill < GOOD_CAP);
        for (int leg = 0; leg < 60; leg++) {
            credit = credit.charge(SECOND - GOOD_CAP, SECOND).nextLeg(Table.GOOD);
        }
        assertEquals(refill, credit.allowance());
        for (int leg = 0; leg < 60; leg++) {
            credit = credit.charge(SECOND - 1_000, SECOND).nextLeg(Table.GOOD);
        }
        assertEquals(GOOD_CAP, credit.allowance());
        assertEquals(LagCredit.CAPACITY, credit.balance());
    }

    @Test
    void a_leg_costs_its_most_backdated_message_not_their_sum() {
        LagCredit credit = LagCredit.full(Table.GOOD)
                .charge(SECOND - 20_000, SECOND)
                .charge(SECOND - 30_000, SECOND)
                .charge(SECOND - 10_000, SECOND);
        assertEquals(30_000, credit.usedThisLeg());
        assertEquals(0, credit.tooOld());
    }

    private Paddle accepted(long stamp, long arrivedAt) {
        return assertInstanceOf(
                        Ruling.AimAccepted.class,
                        referee.aim(Seat.LEFT, stamp, Court.PADDLE_TOP, arrivedAt)
                                .getFirst())
                .paddle();
    }
}
