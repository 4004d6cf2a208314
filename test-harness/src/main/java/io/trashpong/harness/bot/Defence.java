package io.trashpong.harness.bot;

import io.trashpong.games.pong.BallLeg;
import io.trashpong.games.pong.Paddle;
import io.trashpong.games.pong.Seat;
import io.trashpong.games.pong.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the defender's own screen shows: its paddle's track as it was aimed, and what becomes of the ball that comes in. It is held
 * against what the referee says.
 */
final class Defence {
    private final Seat seat;
    private Paddle paddle;
    private @Nullable BallLeg incoming;
    private @Nullable Verdict predicted;
    private Figures figures = Figures.NONE;

    Defence(Seat seat) {
        this.seat = seat;
        paddle = Paddle.centred(0);
    }

    /** A match begins: the paddle rests in the middle. */
    void begin(long at) {
        paddle = Paddle.centred(at);
        incoming = null;
        predicted = null;
    }

    /** @return whether the ball flies to this seat and has not crossed here yet */
    boolean isAwaiting(BallLeg leg) {
        return leg.equals(incoming) && predicted == null;
    }

    void aim(long at, long target) {
        paddle = paddle.aim(at, target);
    }

    /** The ball has crossed on this side's clock. */
    void crossed(BallLeg leg) {
        predicted = Verdict.of(leg, paddle);
    }

    /** Nothing moves until the leg comes again, later. */
    void paused(long at) {
        paddle = paddle.stop(at);
        incoming = null;
        predicted = null;
    }

    /** A leg begins, or the one in flight is moved to a later time after a pause. */
    void legStarted(BallLeg leg) {
        if (incoming != null && leg.leg() == incoming.leg() + 1) {
            announced(leg);
        }
        incoming = leg.defender() == seat ? leg : null;
        predicted = null;
    }

    /** @param leg the number of the leg that ended in a goal */
    void goal(long leg) {
        if (incoming != null && incoming.leg() == leg) {
            figures = switch (predicted) {
                case Verdict.Miss _ -> figures.agreed();
                case Verdict.Hit _ -> figures.contradicted();
                case null -> figures.cameUnpredicted();
            };
        }
        incoming = null;
        predicted = null;
    }

    Figures figures() {
        return figures;
    }

    private void announced(BallLeg next) {
        figures = switch (predicted) {
            case Verdict.Hit hit when hit.next().equals(next) -> figures.agreed();
            case Verdict.Hit _ -> figures.fliesOnOtherwise();
            case Verdict.Miss _ -> figures.contradicted();
            case null -> figures.cameUnpredicted();
        };
    }
}
