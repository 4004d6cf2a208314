package io.trashpong.relay.room;

import io.trashpong.games.pong.BallLeg;
import io.trashpong.games.pong.Line;
import io.trashpong.games.pong.Paddle;
import io.trashpong.games.pong.Referee;
import io.trashpong.games.pong.RefereeSnapshot;
import io.trashpong.games.pong.Ruling;
import io.trashpong.games.pong.Score;
import io.trashpong.games.pong.Seat;
import io.trashpong.games.pong.Verdict;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.FairnessReceipt;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Maps the referee of Pong to a room's words. */
final class PongPlay implements Play {
    private final Referee referee;
    /** The newest leg that ever flew. */
    private int newestLeg;

    private PongPlay(Referee referee, int newestLeg) {
        this.referee = referee;
        this.newestLeg = newestLeg;
    }

    static PongPlay open(int seed, long now) {
        return new PongPlay(Referee.open(seed, now, Line.UNMEASURED, Line.UNMEASURED), 0);
    }

    /** From the score: a ball that was in flight is forgotten. */
    static PongPlay restore(RefereeSnapshot from) {
        return goOn(from.withoutRally());
    }

    /** As if nothing had been. */
    static PongPlay goOn(RefereeSnapshot from) {
        return new PongPlay(Referee.restore(from), from.lastLeg());
    }

    @Override
    public Play again(int seed, MatchResult result, long now) {
        return open(seed, now);
    }

    @Override
    public List<PlayStep> start(long at) {
        return List.of(flew(referee.serve(at)));
    }

    @Override
    public boolean awaitsStart() {
        return referee.ball().isEmpty() && !isOver(referee.score());
    }

    @Override
    public List<PlayStep> move(int seat, ClientMessage.Move move, long now) {
        if (!(move instanceof ClientMessage.PongMove pongMove)) {
            throw new IllegalArgumentException("no move of Pong");
        }
        return switch (pongMove) {
            case ClientMessage.Aim aim -> steps(referee.aim(Seat.of(seat), aim.t(), aim.target(), now));
            case ClientMessage.Commit commit -> {
                // No leg has this number, so the referee refuses it like any other that is not in flight.
                int leg = commit.leg() > Integer.MAX_VALUE ? -1 : (int) commit.leg();
                List<Ruling> rulings = referee.commit(Seat.of(seat), leg, commit.t(), now);
                // An aim or the deadline was quicker: that is no mistake of the player's.
                boolean late = 0 < leg && leg <= newestLeg;
                yield steps(late ? withoutNotThisLeg(rulings) : rulings);
            }
        };
    }

    @Override
    public List<PlayStep> due(long now) {
        return steps(referee.deadline(now));
    }

    @Override
    public OptionalLong nextDeadline() {
        return referee.nextDeadline();
    }

    @Override
    public boolean awaitsVerdict(long now) {
        return referee.awaitsVerdict(now);
    }

    @Override
    public int underWay(long now) {
        return isInRally(now) ? referee.ball().map(BallLeg::leg).orElse(0) : 0;
    }

    @Override
    public List<PlayStep> pause(long now) {
        return steps(referee.pause(now));
    }

    @Override
    public List<PlayStep> resume(long at) {
        return referee.isPaused()
                ? referee.resume(at).map(leg -> List.of(flew(leg))).orElse(List.of())
                : List.of();
    }

    @Override
    public void measured(int seat, RoundTrips line) {
        referee.measured(Seat.of(seat), new Line(line.percentile(50), line.jitter(), line.percentile(95) / 2));
    }

    @Override
    public List<Integer> score() {
        return score(referee.score());
    }

    @Override
    public boolean isInRally(long now) {
        return referee.ball().filter(leg -> leg.hits() > 0 || leg.t0() <= now).isPresent();
    }

    @Override
    public RoomSnapshot.Board board() {
        var leg = referee.ball()
                .map(ball -> new RoomSnapshot.Leg(
                        ball.leg(), ball.hits(), ball.t0(), (int) ball.x0(), (int) ball.y0(), (int) ball.vx(), (int)
                                ball.vy()))
                .orElse(null);
        return new RoomSnapshot.PongBoard(leg, List.of(drawn(Seat.LEFT), drawn(Seat.RIGHT)));
    }

    @Override
    public FairnessReceipt receipt() {
        var receipt = referee.receipt();
        int verdicts = receipt.left().verdicts() + receipt.right().verdicts();
        return new FairnessReceipt(
                List.of(side(receipt.left()), side(receipt.right())), verdicts, receipt.longestRally());
    }

    @Override
    public RoomRecord.PlayRecord record() {
        return new RoomRecord.PongRecord(referee.snapshot());
    }

    private static List<Ruling> withoutNotThisLeg(List<Ruling> rulings) {
        return rulings.stream()
                .filter(ruling ->
                        !(ruling instanceof Ruling.Refused refused && refused.reason() == Ruling.Reason.NOT_THIS_LEG))
                .toList();
    }

    private List<PlayStep> steps(List<Ruling> rulings) {
        var steps = new ArrayList<PlayStep>(rulings.size());
        for (Ruling ruling : rulings) {
            steps.add(
                    switch (ruling) {
                        case Ruling.AimAccepted aimed ->
                            new PlayStep.Shown(
                                    aimed.seat().number(), moved(aimed.seat().number(), aimed.paddle()));
                        case Ruling.VerdictReached reached -> verdict(reached);
                        case Ruling.Refused refused -> refusal(refused.reason());
                    });
        }
        return steps;
    }

    private PlayStep verdict(Ruling.VerdictReached reached) {
        return switch (reached.verdict()) {
            case Verdict.Hit hit -> flew(hit.next());
            case Verdict.Miss miss -> {
                List<Integer> score = score(reached.score());
                int scorer = miss.scorer().number();
                int leg = reached.leg().leg();
                yield new PlayStep.Decided(
                        (seq, next) -> new ServerMessage.Goal(seq, scorer, score, leg, next),
                        RoomLimits.SERVE_PAUSE,
                        score,
                        switch (reached.score().standing()) {
                            case Score.Standing.Won won ->
                                new PlayStep.Outcome(won.winner().number());
                            case Score.Standing.Open _ -> null;
                        });
            }
        };
    }

    private PlayStep flew(BallLeg leg) {
        newestLeg = leg.leg();
        return new PlayStep.Announced(seq -> new ServerMessage.LegStarted(
                seq, leg.leg(), leg.hits(), leg.t0(), (int) leg.x0(), (int) leg.y0(), (int) leg.vx(), (int) leg.vy()));
    }

    private static PlayStep refusal(Ruling.Reason reason) {
        return switch (reason) {
            case FROM_THE_FUTURE -> new PlayStep.Refused(ErrorCode.STAMP_REFUSED, "stamped in the future");
            case STAMP_WENT_BACK -> new PlayStep.Refused(ErrorCode.STAMP_REFUSED, "stamps must not go back");
            case NOT_THIS_LEG -> new PlayStep.Refused(ErrorCode.LEG_REFUSED, "this leg is not in flight");
            case NOT_DEFENDER -> new PlayStep.Refused(ErrorCode.LEG_REFUSED, "the other seat defends this leg");
            case BEFORE_CROSSING -> new PlayStep.Refused(ErrorCode.LEG_REFUSED, "the leg has not crossed yet");
            case PAUSED -> new PlayStep.Refused(ErrorCode.NOT_NOW, "the match is paused");
            case MATCH_OVER -> new PlayStep.Refused(ErrorCode.NOT_NOW, "the match is over");
        };
    }

    private RoomSnapshot.Paddle drawn(Seat seat) {
        Paddle paddle = referee.paddle(seat);
        return new RoomSnapshot.Paddle(paddle.t0(), (int) paddle.y0(), (int) paddle.target());
    }

    private static ServerMessage.PaddleMoved moved(int seat, Paddle paddle) {
        return new ServerMessage.PaddleMoved(seat, paddle.t0(), (int) paddle.y0(), (int) paddle.target());
    }

    private static FairnessReceipt.Side side(io.trashpong.games.pong.FairnessReceipt.Side side) {
        return new FairnessReceipt.Side(
                side.rttMedian(), side.jitter(), side.creditUsed(), side.verdictsInGrace(), side.verdictsAtDeadline());
    }

    private static List<Integer> score(Score score) {
        return List.of(score.left(), score.right());
    }

    private static boolean isOver(Score score) {
        return score.standing() instanceof Score.Standing.Won;
    }
}
