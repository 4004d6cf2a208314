package io.trashpong.games.pong;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Decides a match without ticking: between two touches everything is a function of time, so the room sleeps until a
 * message or {@link #nextDeadline()}.
 *
 * <p>A leg is decided by the ball and the defender's own track, as soon as that track is final up to the crossing: when
 * the defender commits, or aims with a stamp at or after the crossing, or at the latest when its allowance is over.
 * Stamps are checked ({@link Ruling.Reason}) and reach back no further than the player's {@link LagCredit}.
 *
 * <p>It has no clock and no dice of its own: every time is room time in microseconds, given by the caller. It is changed
 * by one owner on one thread. Each call may move {@code nextDeadline()}.
 */
public final class Referee {
    private final int matchSeed;
    private final SeatTracks seats;
    private Score score;
    private Seat towards;
    private int lastLeg;
    private int servedLeg;
    private int longestRally;
    private @Nullable BallLeg ball;
    private @Nullable Long pausedAt;

    private Referee(RefereeSnapshot from) {
        matchSeed = from.matchSeed();
        score = from.score();
        towards = from.towards();
        lastLeg = from.lastLeg();
        servedLeg = from.servedLeg();
        longestRally = from.longestRally();
        ball = from.ball();
        pausedAt = from.pausedAt();
        seats = new SeatTracks(from.left(), from.right());
    }

    /** Begins a match with both paddles centred; nothing flies until {@link #serve}. */
    public static Referee open(int matchSeed, long now, Line left, Line right) {
        return new Referee(new RefereeSnapshot(
                matchSeed,
                Score.NONE,
                Serve.firstTowards(matchSeed),
                0,
                0,
                0,
                null,
                null,
                SeatTrack.opening(now, left),
                SeatTrack.opening(now, right)));
    }

    public static Referee restore(RefereeSnapshot snapshot) {
        return new Referee(snapshot);
    }

    public RefereeSnapshot snapshot() {
        return new RefereeSnapshot(
                matchSeed,
                score,
                towards,
                lastLeg,
                servedLeg,
                longestRally,
                ball,
                pausedAt,
                seats.of(Seat.LEFT),
                seats.of(Seat.RIGHT));
    }

    /**
     * Serves the next point.
     *
     * @param at when the ball starts, which may lie ahead; moved to where the tracks are settled if it lies before that
     * @return the leg that is now in flight
     * @throws IllegalStateException if a ball is in flight, the match is paused or over
     */
    public BallLeg serve(long at) {
        if (ball != null || pausedAt != null || !score.isOpen()) {
            throw new IllegalStateException("nothing to serve at " + score + ", ball " + ball + ", paused " + pausedAt);
        }
        BallLeg served = Serve.leg(matchSeed, score.points(), lastLeg + 1, Math.max(at, seats.settledUntil()), towards);
        servedLeg = served.leg();
        launch(served);
        return served;
    }

    /** Calls a let: the rally in play, if any, is void, a pause is over, and the same point is served again. */
    public BallLeg serveAgain(long at) {
        ball = null;
        pausedAt = null;
        return serve(at);
    }

    /**
     * @param stamp when the player says the aim was made
     * @param target where the paddle's centre is to go, su; moved onto the court if it lies outside
     */
    public List<Ruling> aim(Seat seat, long stamp, long target, long arrivedAt) {
        List<Ruling> rulings = deadline(arrivedAt);
        Optional<Ruling.Reason> objection = objection(seat, stamp, arrivedAt);
        if (objection.isPresent()) {
            rulings.add(refuse(seat, objection.get()));
            return rulings;
        }
        seats.change(seat, track -> track.stamped(stamp, arrivedAt));
        // What the aim would change lies at or after its stamp, so the leg is decided on the track before it.
        rulings.addAll(decideIfFinal(seat, arrivedAt));
        seats.change(seat, track -> track.aimed(target));
        rulings.add(new Ruling.AimAccepted(seat, seats.of(seat).paddle()));
        return rulings;
    }

    /** The player declares its track final up to the stamp, which is at or after the crossing of that leg. */
    public List<Ruling> commit(Seat seat, int leg, long stamp, long arrivedAt) {
        List<Ruling> rulings = deadline(arrivedAt);
        Optional<Ruling.Reason> objection = objectionToLeg(seat, leg).or(() -> objection(seat, stamp, arrivedAt));
        if (objection.isPresent()) {
            rulings.add(refuse(seat, objection.get()));
            return rulings;
        }
        seats.change(seat, track -> track.stamped(stamp, arrivedAt));
        List<Ruling> decided = decideIfFinal(seat, arrivedAt);
        if (decided.isEmpty()) {
            rulings.add(refuse(seat, Ruling.Reason.BEFORE_CROSSING));
        }
        rulings.addAll(decided);
        return rulings;
    }

    /**
     * To be called at {@link #nextDeadline()}: decides what was due, however late the room woke up; more than one leg
     * after a long stall, nothing if it is too early.
     */
    public List<Ruling> deadline(long now) {
        List<Ruling> rulings = new ArrayList<>();
        for (BallLeg coming = ball; coming != null && nextDeadline().orElse(Long.MAX_VALUE) <= now; coming = ball) {
            rulings.add(decide(coming, Ruling.Ground.DEADLINE, now));
        }
        return rulings;
    }

    /** @return the one moment to wake up at: the end of the wait for the defender; empty when nothing flies */
    public OptionalLong nextDeadline() {
        BallLeg coming = ball;
        if (coming == null || pausedAt != null) {
            return OptionalLong.empty();
        }
        long allowance = seats.of(coming.defender()).credit().allowance();
        return OptionalLong.of(coming.crossingTime() + allowance);
    }

    /** @return whether a ball has crossed whose defender still has time; a pause does well to wait for its verdict */
    public boolean awaitsVerdict(long now) {
        BallLeg coming = ball;
        return coming != null && pausedAt == null && coming.crossingTime() <= now;
    }

    /**
     * Freezes ball and paddles where they are. A ball that has crossed already is decided first, with what is known.
     * Pausing twice is pausing once.
     *
     * <p>In a rally this is for a player who was cut off. A pause that a player asks for belongs between points, else
     * the attacker could time it so that the defender's messages, still under way, are lost.
     */
    public List<Ruling> pause(long now) {
        List<Ruling> rulings = new ArrayList<>();
        if (pausedAt != null) {
            return rulings;
        }
        // What has counted is not undone, so everything freezes where the farther track is settled.
        long at = Math.max(now, seats.settledUntil());
        for (BallLeg coming = ball; coming != null && coming.crossingTime() <= at; coming = ball) {
            rulings.add(decide(coming, Ruling.Ground.PAUSE, now));
        }
        pausedAt = at;
        seats.changeBoth(track -> track.stopped(at));
        return rulings;
    }

    /**
     * Ends a pause: the leg in flight keeps its number and flies on from where it was, later by the length of the pause.
     * Nobody moves before {@code at}, which may lie ahead.
     *
     * @return the leg as it flies on; empty between points, then the room serves
     * @throws IllegalStateException if the match is not paused
     */
    public Optional<BallLeg> resume(long at) {
        Long since = pausedAt;
        if (since == null) {
            throw new IllegalStateException("not paused");
        }
        long from = Math.max(at, since);
        pausedAt = null;
        seats.changeBoth(track -> track.settled(from));
        BallLeg frozen = ball;
        if (frozen != null) {
            ball = frozen.delayedBy(from - since);
        }
        return Optional.ofNullable(ball);
    }

    /** Takes note of a player's line. It decides the allowance from the next leg on. */
    public void measured(Seat seat, Line line) {
        seats.change(seat, track -> track.measured(line));
    }

    public Score score() {
        return score;
    }

    /** @return where that paddle is going, as far as the referee was told */
    public Paddle paddle(Seat seat) {
        return seats.of(seat).paddle();
    }

    /** @return the leg in flight; empty between points */
    public Optional<BallLeg> ball() {
        return Optional.ofNullable(ball);
    }

    public boolean isPaused() {
        return pausedAt != null;
    }

    public FairnessReceipt receipt() {
        return new FairnessReceipt(
                FairnessReceipt.Side.of(seats.of(Seat.LEFT)),
                FairnessReceipt.Side.of(seats.of(Seat.RIGHT)),
                longestRally);
    }

    private List<Ruling> decideIfFinal(Seat seat, long now) {
        BallLeg coming = ball;
        if (coming == null || coming.defender() != seat || seats.of(seat).settledUntil() < coming.crossingTime()) {
            return List.of();
        }
        return List.of(decide(coming, Ruling.Ground.DEFENDER, now));
    }

    private Ruling decide(BallLeg leg, Ruling.Ground ground, long now) {
        Seat defender = leg.defender();
        Verdict verdict = Verdict.of(leg, seats.of(defender).paddle());
        seats.change(defender, track -> track.settled(leg.crossingTime()));
        switch (verdict) {
            case Verdict.Hit hit -> {
                longestRally = Math.max(longestRally, hit.next().leg() - servedLeg);
                launch(hit.next());
            }
            case Verdict.Miss miss -> {
                score = score.plus(miss.scorer());
                towards = defender;
                ball = null;
            }
        }
        Ruling.VerdictReached ruling = new Ruling.VerdictReached(leg, verdict, score, ground, now);
        seats.change(defender, track -> track.tallied(track.tally().plus(ruling)));
        return ruling;
    }

    private void launch(BallLeg leg) {
        ball = leg;
        lastLeg = leg.leg();
        seats.changeBoth(track -> track.nextLeg());
    }

    private Optional<Ruling.Reason> objection(Seat seat, long stamp, long arrivedAt) {
        if (!score.isOpen()) {
            return Optional.of(Ruling.Reason.MATCH_OVER);
        }
        if (pausedAt != null) {
            return Optional.of(Ruling.Reason.PAUSED);
        }
        return seats.of(seat).objectionTo(stamp, arrivedAt);
    }

    private Optional<Ruling.Reason> objectionToLeg(Seat seat, int leg) {
        BallLeg coming = ball;
        if (coming == null || coming.leg() != leg) {
            return Optional.of(Ruling.Reason.NOT_THIS_LEG);
        }
        return coming.defender() == seat ? Optional.empty() : Optional.of(Ruling.Reason.NOT_DEFENDER);
    }

    private Ruling refuse(Seat seat, Ruling.Reason reason) {
        seats.change(seat, track -> track.tallied(track.tally().plus(reason)));
        return new Ruling.Refused(seat, reason);
    }
}
