package io.trashpong.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes moves against a referee and checks, after each, what must hold whatever anybody does. */
final class Witness {
    private static final Line LINE = Table.GOOD;

    private final Referee referee = Referee.open(Table.MATCH_SEED, 0, LINE, LINE);
    private final Set<Integer> decided = new HashSet<>();
    private long now = Table.SECOND;
    private long stillUntil;
    private int points;

    void see(Move move) {
        switch (move) {
            case Move.Aim aim -> aim(aim.seat(), aim.lag(), aim.target());
            case Move.AimAtBall aim -> aim(aim.seat(), aim.lag(), ballAtCrossing() + aim.error());
            case Move.Commit commit -> commit(commit.seat(), lastLeg() + commit.legsAhead(), commit.lag());
            case Move.CommitAtCrossing commit -> {
                now = Math.max(now, referee.ball().map(BallLeg::crossingTime).orElse(0L) + commit.lag());
                commit(commit.seat(), lastLeg(), commit.lag());
            }
            case Move.Wait wait -> now += wait.micros();
            case Move.Wake wake -> {
                now = Math.max(now, referee.nextDeadline().orElse(now)) + wake.late();
                Paddle left = referee.paddle(Seat.LEFT);
                Paddle right = referee.paddle(Seat.RIGHT);
                judge(referee.deadline(now), left, right);
                assertTrue(referee.nextDeadline().orElse(Long.MAX_VALUE) > now);
            }
            case Move.Pause ignored -> {
                Paddle left = referee.paddle(Seat.LEFT);
                Paddle right = referee.paddle(Seat.RIGHT);
                judge(referee.pause(now), left, right);
            }
            case Move.Resume resume -> resume(now + resume.ahead());
            case Move.Serve serve -> {
                if (referee.ball().isEmpty() && mayServe()) {
                    assertTrue(decided.add(-referee.serve(now + serve.ahead()).leg()), "leg numbers repeat");
                }
            }
            case Move.Let let -> {
                if (referee.score().isOpen()) {
                    assertTrue(
                            decided.add(-referee.serveAgain(now + let.ahead()).leg()), "leg numbers repeat");
                }
            }
        }
        creditIsBounded(referee.snapshot().left());
        creditIsBounded(referee.snapshot().right());
        assertEquals(points, referee.score().points());
    }

    private void aim(Seat seat, long lag, long target) {
        Paddle left = referee.paddle(Seat.LEFT);
        Paddle right = referee.paddle(Seat.RIGHT);
        judge(referee.aim(seat, now - lag, target, now), left, right);
        Seat other = seat.opponent();
        assertEquals(other == Seat.LEFT ? left : right, referee.paddle(other), "moved the other's paddle");
    }

    private void commit(Seat seat, int leg, long lag) {
        Paddle left = referee.paddle(Seat.LEFT);
        Paddle right = referee.paddle(Seat.RIGHT);
        judge(referee.commit(seat, leg, now - lag, now), left, right);
        assertEquals(left, referee.paddle(Seat.LEFT));
        assertEquals(right, referee.paddle(Seat.RIGHT));
    }

    private void resume(long at) {
        if (referee.isPaused()) {
            referee.resume(at).ifPresent(leg -> assertTrue(leg.crossingTime() > at));
            stillUntil = Math.max(stillUntil, at);
        }
    }

    private void judge(List<Ruling> rulings, Paddle left, Paddle right) {
        for (Ruling ruling : rulings) {
            switch (ruling) {
                case Ruling.AimAccepted aim -> {
                    Paddle before = aim.seat() == Seat.LEFT ? left : right;
                    long t = aim.paddle().t0();
                    assertTrue(t >= before.t0(), "a stamp went back");
                    assertEquals(before.yAt(t), aim.paddle().y0(), "a paddle jumped");
                    assertTrue(t >= now - LINE.cap(), "older than the cap");
                    assertTrue(t <= Math.max(now, stillUntil) + SeatTrack.FUTURE_TOLERANCE, "from the future");
                }
                case Ruling.VerdictReached verdict -> judge(verdict, left, right);
                case Ruling.Refused ignored -> {}
            }
        }
    }

    private void judge(Ruling.VerdictReached ruling, Paddle left, Paddle right) {
        BallLeg leg = ruling.leg();
        assertTrue(decided.add(leg.leg()), "a second verdict for a leg");
        Paddle defence = leg.defender() == Seat.LEFT ? left : right;
        assertEquals(Verdict.of(leg, defence), ruling.verdict(), "a goal invented or refused");
        if (ruling.verdict() instanceof Verdict.Miss) {
            points++;
        }
        long earliest = switch (ruling.ground()) {
            case DEFENDER, PAUSE -> leg.crossingTime() - SeatTrack.FUTURE_TOLERANCE;
            case DEADLINE -> leg.crossingTime();
        };
        assertTrue(ruling.decidedAt() >= earliest, "decided too early");
    }

    private void creditIsBounded(SeatTrack seat) {
        long legs = referee.snapshot().lastLeg();
        assertTrue(seat.credit().allowance() <= LINE.cap());
        assertTrue(seat.credit().balance() <= LagCredit.CAPACITY);
        assertTrue(seat.credit().used() <= LagCredit.CAPACITY + legs * LINE.refill());
    }

    private long ballAtCrossing() {
        return referee.ball().map(leg -> leg.yAt(leg.crossingTime())).orElse(Court.CENTRE_Y);
    }

    private int lastLeg() {
        return referee.snapshot().lastLeg();
    }

    private boolean mayServe() {
        return !referee.isPaused() && referee.score().isOpen();
    }
}
