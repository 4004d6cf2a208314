package io.trashpong.games.pong;

import static io.trashpong.games.pong.Table.GOOD_CAP;
import static io.trashpong.games.pong.Table.SECOND;
import static io.trashpong.games.pong.Table.refused;
import static io.trashpong.games.pong.Table.verdictIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RefereeVerdictTest {
    private final Table table = new Table();
    private final Referee referee = table.referee;

    @Test
    void the_defenders_commit_decides_at_once() {
        BallLeg leg = referee.serve(SECOND);
        table.moveIntoTheWay();
        long crossing = leg.crossingTime();

        Ruling.VerdictReached ruling = verdictIn(referee.commit(leg.defender(), leg.leg(), crossing, crossing + 20_000))
                .orElseThrow();

        assertEquals(leg, ruling.leg());
        assertEquals(Ruling.Ground.DEFENDER, ruling.ground());
        assertTrue(ruling.inGrace());
        Verdict.Hit hit = assertInstanceOf(Verdict.Hit.class, ruling.verdict());
        assertEquals(hit.next(), table.ball());
    }

    @Test
    void an_aim_stamped_at_the_crossing_decides_on_the_track_before_it() {
        BallLeg leg = referee.serve(SECOND);
        table.moveOutOfTheWay();
        long crossing = leg.crossingTime();

        List<Ruling> rulings = referee.aim(leg.defender(), crossing, leg.yAt(crossing), crossing + 20_000);

        Ruling.VerdictReached ruling = assertInstanceOf(Ruling.VerdictReached.class, rulings.getFirst());
        assertInstanceOf(Verdict.Miss.class, ruling.verdict());
        assertInstanceOf(Ruling.AimAccepted.class, rulings.getLast());
    }

    @Test
    void an_aim_made_in_time_counts_though_it_arrives_after_the_crossing() {
        BallLeg leg = referee.serve(SECOND);
        long crossing = leg.crossingTime();
        long late = crossing + 30_000;

        Ruling ruling = referee.aim(leg.defender(), crossing - 10_000, Court.PADDLE_TOP, late)
                .getFirst();

        long moved = Court.CENTRE_Y - 11 * Court.SU_PER_UNIT;
        Ruling.AimAccepted accepted = assertInstanceOf(Ruling.AimAccepted.class, ruling);
        assertEquals(moved, accepted.paddle().yAt(crossing));
        Verdict expected = Verdict.of(leg, accepted.paddle());
        assertEquals(
                expected,
                verdictIn(referee.commit(leg.defender(), 1, late, late))
                        .orElseThrow()
                        .verdict());
    }

    @Test
    void without_a_word_from_the_defender_the_deadline_decides() {
        BallLeg leg = referee.serve(SECOND);
        long deadline = leg.crossingTime() + GOOD_CAP;
        assertEquals(OptionalLong.of(deadline), referee.nextDeadline());

        assertEquals(List.of(), referee.deadline(deadline - 1));
        Ruling.VerdictReached ruling = verdictIn(referee.deadline(deadline)).orElseThrow();

        assertEquals(Ruling.Ground.DEADLINE, ruling.ground());
        assertEquals(1, sideOf(leg.defender()).verdictsAtDeadline());
    }

    @Test
    void a_message_after_a_deadline_that_was_not_kept_finds_the_leg_decided() {
        BallLeg leg = referee.serve(SECOND);
        table.moveOutOfTheWay();
        long late = leg.crossingTime() + GOOD_CAP + 1;

        List<Ruling> rulings = referee.commit(leg.defender(), leg.leg(), leg.crossingTime(), late);

        assertEquals(Ruling.Ground.DEADLINE, verdictIn(rulings).orElseThrow().ground());
        assertEquals(new Ruling.Refused(leg.defender(), Ruling.Reason.NOT_THIS_LEG), rulings.getLast());
    }

    @Test
    void after_a_long_stall_every_leg_that_was_due_is_decided_in_turn() {
        // A ball that both hit with resting paddles: level, through the centre.
        RefereeSnapshot opened = referee.snapshot();
        BallLeg level = new BallLeg(1, SECOND, Court.CENTRE_X, Court.CENTRE_Y, Speeds.afterHits(0), 0, 0);
        Referee stalled = Referee.restore(new RefereeSnapshot(
                opened.matchSeed(), opened.score(), Seat.RIGHT, 1, 1, 0, level, null, opened.left(), opened.right()));

        List<Ruling> rulings = stalled.deadline(level.crossingTime() + 10 * SECOND);

        assertTrue(rulings.size() > 3);
        for (int index = 0; index < rulings.size(); index++) {
            Ruling.VerdictReached ruling = assertInstanceOf(Ruling.VerdictReached.class, rulings.get(index));
            assertEquals(index + 1, ruling.leg().leg());
        }
        assertEquals(rulings.size(), stalled.receipt().longestRally());
    }

    @Test
    void commits_by_the_attacker_for_other_legs_or_before_the_crossing_decide_nothing() {
        BallLeg leg = referee.serve(SECOND);
        long crossing = leg.crossingTime();
        Seat attacker = leg.defender().opponent();

        assertEquals(refused(attacker, Ruling.Reason.NOT_DEFENDER), referee.commit(attacker, 1, crossing, crossing));
        assertEquals(
                refused(leg.defender(), Ruling.Reason.NOT_THIS_LEG),
                referee.commit(leg.defender(), 2, crossing, crossing));
        assertEquals(
                refused(leg.defender(), Ruling.Reason.BEFORE_CROSSING),
                referee.commit(leg.defender(), 1, crossing - 1, crossing - 1));
        assertEquals(leg, table.ball());
    }

    @Test
    void a_goal_ends_the_rally_and_the_next_serve_flies_to_the_one_who_conceded() {
        Ruling.VerdictReached goal = table.losePoint(SECOND);

        Seat loser = goal.leg().defender();
        assertEquals(new Verdict.Miss(loser.opponent()), goal.verdict());
        assertEquals(1, goal.score().of(loser.opponent()));
        assertEquals(OptionalLong.empty(), referee.nextDeadline());
        BallLeg next = referee.serve(10 * SECOND);
        assertEquals(loser, next.defender());
        assertEquals(2, next.leg());
        assertThrows(IllegalStateException.class, () -> referee.serve(11 * SECOND));
    }

    @Test
    void a_won_match_takes_no_more_messages_and_no_more_serves() {
        Ruling.VerdictReached last = table.losePoint(SECOND);
        for (long point = 2; last.score().isOpen(); point++) {
            last = table.losePoint(5 * point * SECOND);
        }

        assertEquals(11, referee.score().points());
        Seat winner = last.leg().defender().opponent();
        assertEquals(new Score.Standing.Won(winner), last.score().standing());
        assertEquals(
                refused(winner, Ruling.Reason.MATCH_OVER), referee.aim(winner, last.decidedAt(), 0, last.decidedAt()));
        assertThrows(IllegalStateException.class, () -> referee.serve(100 * SECOND));
        assertThrows(IllegalStateException.class, () -> referee.serveAgain(100 * SECOND));
    }

    @Test
    void the_receipt_counts_verdicts_and_the_longest_rally() {
        table.serve(SECOND);
        Seat first = table.ball().defender();
        table.returnBall();
        Seat second = table.missBall().leg().defender();

        assertEquals(1, referee.receipt().longestRally());
        assertEquals(1, sideOf(first).verdicts());
        assertEquals(1, sideOf(second).verdicts());
        assertEquals(0, sideOf(first).verdictsInGrace());
        assertEquals(40_000, sideOf(first).rttMedian());
    }

    private FairnessReceipt.Side sideOf(Seat seat) {
        return seat == Seat.LEFT ? referee.receipt().left() : referee.receipt().right();
    }
}
