package io.trashpong.harness.bot;

import io.trashpong.games.pong.BallLeg;
import io.trashpong.games.pong.Court;
import io.trashpong.games.pong.Seat;
import io.trashpong.harness.client.RoomClient;
import io.trashpong.harness.client.RoomListener;
import io.trashpong.harness.client.SeatGrant;
import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.MatchResult;
import io.trashpong.protocol.RoomSnapshot;
import io.trashpong.protocol.ServerMessage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Plays Pong from one seat: ready at once, it follows each ball that comes by the rules alone, commits its track at the crossing,
 * and asks for a rematch until it has played its matches. Its state belongs to its client's event loop.
 */
public final class PongBot implements RoomListener {
    /** While a ball comes in, something is sent at least every 100 ms; this leaves room for a late timer. */
    private static final long SIGN_OF_LIFE_MICROS = 80_000;

    private final Skill skill;
    private final RandomGenerator dice;
    private final int matches;
    private final Seat seat;
    private final Defence defence;
    private final RoomListener witness;
    private final RoomClient client;
    private final Promise<List<MatchResult>> played = Promise.promise();
    private final List<MatchResult> results = new ArrayList<>();
    private final List<List<Integer>> scores = new ArrayList<>();
    private long matchBegan;
    private long playedMicros;
    /** What it asked for and has not got: a word said just when the connection changes may be lost, so it is said again. */
    private ClientMessage.@Nullable Seldom asked;

    private PongBot(
            Vertx vertx,
            Supplier<URI> route,
            SeatGrant grant,
            Skill skill,
            int matches,
            RandomGenerator dice,
            RoomListener witness) {
        this.skill = skill;
        this.dice = dice;
        this.matches = matches;
        seat = Seat.of(grant.seat());
        defence = new Defence(seat);
        this.witness = witness;
        client = RoomClient.open(vertx, route, grant, this);
    }

    /**
     * Sits down and plays.
     *
     * @param origin the gateway's address, or a relay's own
     * @param matches how many, with rematches
     */
    public static PongBot play(
            Vertx vertx, URI origin, SeatGrant grant, Skill skill, int matches, RandomGenerator dice) {
        return new PongBot(vertx, () -> origin, grant, skill, matches, dice, _ -> {});
    }

    /**
     * Sits down and plays, before a witness.
     *
     * @param route asked before each connection where to go
     * @param witness hears all that the bot hears, just before it
     */
    public static PongBot play(
            Vertx vertx,
            Supplier<URI> route,
            SeatGrant grant,
            Skill skill,
            int matches,
            RandomGenerator dice,
            RoomListener witness) {
        return new PongBot(vertx, route, grant, skill, matches, dice, witness);
    }

    /** The first welcome of the room; fails when it does not let the bot in. */
    public Future<ServerMessage.Welcome> welcomed() {
        return client.welcomed();
    }

    /** The results of all matches when they are played; fails when the room ends before. */
    public Future<List<MatchResult>> played() {
        return played.future();
    }

    /** The score at each goal that was announced, over all matches; complete once {@link #played} is. */
    public List<List<Integer>> scores() {
        return List.copyOf(scores);
    }

    /** What was measured; complete once {@link #played} is. */
    public Figures figures() {
        return defence.figures().over(client.traffic(), playedMicros);
    }

    public void leave() {
        send(new ClientMessage.Leave());
    }

    void send(ClientMessage message) {
        client.send(message);
    }

    @Override
    public void received(ServerMessage message) {
        witness.received(message);
        switch (message) {
            case ServerMessage.Welcome welcome -> welcomed(welcome);
            case ServerMessage.Countdown countdown -> {
                asked = null;
                matchBegan = countdown.at();
                defence.begin(countdown.at());
            }
            case ServerMessage.LegStarted leg ->
                legStarted(new BallLeg((int) leg.leg(), leg.t0(), leg.x0(), leg.y0(), leg.vx(), leg.vy(), leg.hits()));
            case ServerMessage.Goal goal -> {
                scores.add(goal.score());
                defence.goal(goal.leg());
            }
            case ServerMessage.Paused paused -> defence.paused(paused.at());
            case ServerMessage.Finished finished -> finished(finished.result());
            case ServerMessage.Seldom _, ServerMessage.Frequent _ -> {}
        }
    }

    @Override
    public void lost(int code) {
        witness.lost(code);
    }

    @Override
    public void ended(int code) {
        witness.ended(code);
        var _ = played.tryFail("the room ended with " + code);
    }

    private void welcomed(ServerMessage.Welcome welcome) {
        RoomSnapshot snapshot = welcome.snapshot();
        if (snapshot == null) {
            if (asked != null) {
                client.send(asked);
            }
            return;
        }
        switch (snapshot.phase()) {
            case WAITING -> ask(new ClientMessage.Ready());
            case FINISHED -> askForMore();
            case RALLY -> takeUp(snapshot.board());
            case COUNTDOWN, SERVE, PAUSED -> {}
        }
    }

    private void takeUp(RoomSnapshot.@Nullable Board board) {
        if (board instanceof RoomSnapshot.PongBoard(RoomSnapshot.Leg leg, var _) && leg != null) {
            legStarted(new BallLeg((int) leg.leg(), leg.t0(), leg.x0(), leg.y0(), leg.vx(), leg.vy(), leg.hits()));
        }
    }

    private void legStarted(BallLeg leg) {
        defence.legStarted(leg);
        if (leg.defender() != seat) {
            client.atRoomTime(leg.t0() + skill.reactionMicros(), () -> aim(Court.CENTRE_Y));
            return;
        }
        long target = skill.target(leg.yAt(leg.crossingTime()), dice);
        client.atRoomTime(leg.t0() + skill.reactionMicros(), () -> keepAiming(leg, target));
        client.atRoomTime(leg.crossingTime(), () -> commit(leg));
    }

    private void keepAiming(BallLeg leg, long target) {
        if (defence.isAwaiting(leg)) {
            aim(target);
            client.atRoomTime(client.roomTime() + SIGN_OF_LIFE_MICROS, () -> keepAiming(leg, target));
        }
    }

    private void aim(long target) {
        long onCourt = Math.clamp(target, Court.PADDLE_TOP, Court.PADDLE_BOTTOM);
        long now = client.roomTime();
        defence.aim(now, onCourt);
        client.send(new ClientMessage.Aim(now, (int) onCourt));
    }

    private void commit(BallLeg leg) {
        if (defence.isAwaiting(leg)) {
            defence.crossed(leg);
            client.send(new ClientMessage.Commit(client.roomTime(), leg.leg()));
        }
    }

    private void finished(MatchResult result) {
        if (results.contains(result)) {
            // Told again with a tail.
            return;
        }
        playedMicros += client.roomTime() - matchBegan;
        results.add(result);
        if (results.size() == matches) {
            played.tryComplete(List.copyOf(results));
        } else {
            askForMore();
        }
    }

    private void askForMore() {
        if (results.size() < matches) {
            ask(new ClientMessage.Rematch());
        }
    }

    private void ask(ClientMessage.Seldom wish) {
        asked = wish;
        client.send(wish);
    }
}
