package io.trashpong.harness.faults.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.MatchId;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.PlayerId;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import io.trashpong.protocol.event.RelayEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Histories made by hand, each with one thing that can't be; and some in which all is well. */
class HistoryCheckerTest {
    private static final RoomId ROOM = RoomId.random();
    private static final MatchId MATCH = MatchId.random();
    private static final Player ADA = new Player(PlayerId.random(), "Ada");
    private static final FairnessReceipt RECEIPT = new FairnessReceipt(List.of(), 3, 2);

    private final RoomHistory history = new RoomHistory();
    private long now;

    @Test
    void a_match_that_both_see_alike_has_nothing_wrong() {
        for (String client : List.of("left", "right")) {
            hears(client, welcome(1, 0, null, 0, 0), countdown(1), leg(2), goal(3, 1, 0), leg(4), goal(5, 1, 1));
        }
        assertViolations();
    }

    @Test
    void a_tail_after_a_resume_continues_where_the_client_stood() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), leg(2), recovered(1, 2), goal(3, 1, 0));
        assertViolations();
    }

    @Test
    void numbers_begin_anew_with_a_new_epoch_and_the_rally_is_served_again() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), leg(2), goal(3, 1, 0), leg(4));
        hears("left", welcome(2, 0, MATCH, 1, 0), leg(1), goal(2, 1, 1));
        assertViolations();
        assertEquals(1, Lets.count(historyOf(leg(1), leg(2)), "left"));
    }

    @Test
    void a_number_left_out_is_a_gap() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), leg(3));
        assertViolations(new Violation.Gap("left", 1, 2, 3));
    }

    @Test
    void a_tail_that_begins_elsewhere_is_a_gap() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), leg(2), recovered(1, 4));
        assertViolations(new Violation.Gap("left", 1, 2, 4));
    }

    @Test
    void a_tail_may_begin_before_what_was_heard_but_says_the_same() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), leg(2), recovered(1, 1), leg(2), leg(3));
        assertViolations();
    }

    @Test
    void a_goal_that_comes_again_with_a_tail_is_one_goal() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), goal(2, 1, 0), leg(3));
        hears("left", recovered(1, 1), goal(2, 1, 0), leg(3), goal(4, 1, 1));
        assertViolations();
    }

    @Test
    void a_number_heard_twice_is_a_double() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), leg(2), leg(2));
        assertViolations(new Violation.Repeated("left", 1, 2));
    }

    @Test
    void one_number_with_two_contents_is_two_truths() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), leg(2));
        hears("right", welcome(1, 0, null, 0, 0), countdown(1), resumed(2));
        assertViolations(
                new Violation.TwoTruths(1, 2, leg(2).toString(), resumed(2).toString()));
    }

    @Test
    void an_older_epoch_after_a_newer_one_is_a_way_back() {
        hears("left", welcome(2, 0, null, 0, 0), welcome(1, 0, null, 0, 0));
        assertViolations(new Violation.EpochWentBack("left", 2, 1));
    }

    @Test
    void two_owners_that_score_the_same_point_differently_are_two_scores() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), goal(2, 1, 0));
        hears("right", welcome(2, 0, MATCH, 0, 0), goal(1, 0, 1));
        assertEquals(
                List.of(
                        new Violation.TwoScores(MATCH, List.of(1, 0), List.of(0, 1)),
                        new Violation.GoalForgotten(MATCH, List.of(1, 0), List.of(0, 0))),
                HistoryChecker.check(history));
    }

    @Test
    void a_score_that_goes_back_jumps() {
        hears("left", welcome(1, 0, MATCH, 2, 0), goal(1, 1, 0));
        assertViolations(new Violation.ScoreJumped("left", MATCH, List.of(2, 0), List.of(1, 0)));
    }

    @Test
    void two_points_at_once_are_a_jump() {
        hears("left", welcome(1, 0, MATCH, 2, 0), goal(1, 3, 1));
        assertViolations(new Violation.ScoreJumped("left", MATCH, List.of(2, 0), List.of(3, 1)));
    }

    @Test
    void a_goal_that_a_later_snapshot_does_not_know_is_forgotten() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), goal(2, 1, 0), welcome(2, 0, MATCH, 0, 0));
        assertViolations(new Violation.GoalForgotten(MATCH, List.of(1, 0), List.of(0, 0)));
    }

    @Test
    void a_goal_of_somebody_else_counts_for_a_snapshot_too() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), goal(2, 1, 0));
        hears("right", welcome(1, 3, MATCH, 0, 0));
        assertViolations(new Violation.GoalForgotten(MATCH, List.of(1, 0), List.of(0, 0)));
    }

    @Test
    void two_results_of_one_match_are_told_apart() {
        hears("left", welcome(1, 0, MATCH, 10, 0), finished(1, 11, 0));
        hears("right", welcome(2, 0, MATCH, 10, 0), finished(1, 10, 11));
        assertViolations(new Violation.TwoResults(
                MATCH, result(11, 0).toString(), result(10, 11).toString()));
    }

    @Test
    void a_goal_that_the_database_does_not_have_was_not_written() {
        hears("left", welcome(1, 0, null, 0, 0), countdown(1), goal(2, 1, 0));
        assertEquals(
                List.of(new Violation.NotWritten(MATCH, "goal [1, 0]")),
                HistoryChecker.check(history, Ledger.of(List.of(), List.of())));
        assertEquals(List.of(), HistoryChecker.check(history, Ledger.of(List.of(score(1, 0)), List.of())));
    }

    @Test
    void a_result_that_the_database_does_not_have_was_not_written() {
        hears("left", welcome(1, 0, MATCH, 10, 0), goal(1, 11, 0), finished(2, 11, 0));
        assertEquals(
                List.of(
                        new Violation.NotWritten(MATCH, "goal [11, 0]"),
                        new Violation.NotWritten(MATCH, result(11, 0).toString())),
                HistoryChecker.check(history, Ledger.of(List.of(), List.of())));
        assertEquals(List.of(), HistoryChecker.check(history, Ledger.of(List.of(), List.of(event(11, 0)))));
    }

    @Test
    void a_result_that_the_database_has_otherwise_is_two_results() {
        hears("left", welcome(1, 0, MATCH, 10, 0), finished(1, 11, 0));
        assertEquals(
                List.of(new Violation.TwoResults(
                        MATCH, result(11, 0).toString(), result(11, 3).toString())),
                HistoryChecker.check(history, Ledger.of(List.of(), List.of(event(11, 3)))));
    }

    @Test
    void points_and_results_written_twice_are_found_in_the_database_alone() {
        assertEquals(
                List.of(new Violation.PointDoubled(MATCH, List.of(1, 0))),
                Ledger.of(List.of(score(1, 0), score(1, 0)), List.of()).check());
        assertEquals(
                List.of(new Violation.TwoScores(MATCH, List.of(1, 0), List.of(0, 1))),
                Ledger.of(List.of(score(1, 0), score(0, 1)), List.of()).check());
        assertEquals(
                List.of(new Violation.ResultDoubled(MATCH, 2)),
                Ledger.of(List.of(), List.of(event(11, 0), event(11, 0))).check());
    }

    @Test
    void a_second_serve_without_a_goal_is_a_let_and_a_leg_after_a_pause_is_none() {
        assertEquals(0, Lets.count(historyOf(leg(1), goal(2, 1, 0), leg(3)), "left"));
        assertEquals(0, Lets.count(historyOf(leg(1), resumed(2), leg(1)), "left"));
        assertEquals(1, Lets.count(historyOf(leg(1), resumed(2), leg(3)), "left"));
        assertEquals(1, Lets.count(historyOf(leg(1), hit(2), leg(1)), "left"));
    }

    private RoomHistory historyOf(ServerMessage... messages) {
        var other = new RoomHistory();
        other.add(new Observation.Heard("left", 0, countdown(0)));
        Arrays.stream(messages).forEach(message -> other.add(new Observation.Heard("left", 1, message)));
        return other;
    }

    private void hears(String client, ServerMessage... messages) {
        for (ServerMessage message : messages) {
            history.add(new Observation.Heard(client, now++, message));
        }
    }

    private void assertViolations(Violation... expected) {
        assertEquals(List.of(expected), HistoryChecker.check(history));
    }

    private static ServerMessage welcome(long epoch, long seq, @Nullable MatchId match, int left, int right) {
        var snapshot = new RoomSnapshot(
                GameKind.PONG,
                match == null ? RoomSnapshot.Phase.WAITING : RoomSnapshot.Phase.RALLY,
                Arrays.asList(null, null),
                0,
                match,
                List.of(left, right),
                null,
                null,
                null,
                null,
                null);
        return new ServerMessage.Welcome(
                ROOM, new ServerMessage.You(ADA, 0, 0), epoch, seq, 0, snapshot, "secret", false);
    }

    private static ServerMessage recovered(long epoch, long seq) {
        return new ServerMessage.Welcome(ROOM, new ServerMessage.You(ADA, 0, 0), epoch, seq, 0, null, "secret", true);
    }

    private static ServerMessage countdown(long seq) {
        return new ServerMessage.Countdown(seq, MATCH, 3_000_000);
    }

    /** A serve; its number as a leg is its number as a message. */
    private static ServerMessage leg(long seq) {
        return new ServerMessage.LegStarted(seq, seq, 0, 0, 0, 0, 1, 1);
    }

    private static ServerMessage hit(long seq) {
        return new ServerMessage.LegStarted(seq, seq, 1, 0, 0, 0, -1, 1);
    }

    private static ServerMessage goal(long seq, int left, int right) {
        return new ServerMessage.Goal(seq, 0, List.of(left, right), 1, null);
    }

    private static ServerMessage resumed(long seq) {
        return new ServerMessage.Resumed(seq, 5_000_000);
    }

    private static ServerMessage finished(long seq, int left, int right) {
        return new ServerMessage.Finished(seq, result(left, right), RECEIPT);
    }

    private static MatchResult result(int left, int right) {
        return new MatchResult(MATCH, left > right ? 0 : 1, List.of(left, right), MatchResult.Ending.PLAYED);
    }

    private static RelayEvent.ScoreChanged score(int left, int right) {
        return new RelayEvent.ScoreChanged(ROOM, MATCH, List.of(left, right));
    }

    private static RelayEvent.MatchFinished event(int left, int right) {
        return new RelayEvent.MatchFinished(
                ROOM, GameKind.PONG, List.of(ADA, ADA), result(left, right), RECEIPT, Instant.EPOCH, Instant.EPOCH);
    }
}
