package io.trashpong.harness.faults.history;

import io.trashpong.protocol.MatchId;
import java.util.List;

/** What can't be when every promise about a room's history is kept. */
public sealed interface Violation {

    /** A client heard {@code heard} where {@code expected} was next. */
    record Gap(String client, long epoch, long expected, long heard) implements Violation {}

    /** A client heard a number again. */
    record Repeated(String client, long epoch, long seq) implements Violation {}

    /** Two messages of one number, or two snapshots' worth of it, that differ. */
    record TwoTruths(long epoch, long seq, String one, String other) implements Violation {}

    /** A client was sent back to an older epoch. */
    record EpochWentBack(String client, long from, long to) implements Violation {}

    /** Two scores for the same point of a match. */
    record TwoScores(MatchId match, List<Integer> one, List<Integer> other) implements Violation {}

    /** A client saw a score that is not the one before it plus a point. */
    record ScoreJumped(String client, MatchId match, List<Integer> from, List<Integer> to) implements Violation {}

    /** A later snapshot does not know a goal that was announced. */
    record GoalForgotten(MatchId match, List<Integer> announced, List<Integer> snapshot) implements Violation {}

    /** A goal or result was announced that the database does not have. */
    record NotWritten(MatchId match, String announced) implements Violation {}

    /** The database has a point of a match more than once. */
    record PointDoubled(MatchId match, List<Integer> score) implements Violation {}

    /** The database has a result of a match more than once. */
    record ResultDoubled(MatchId match, int times) implements Violation {}

    /** A match has two results: announced, written or both. */
    record TwoResults(MatchId match, String one, String other) implements Violation {}
}
