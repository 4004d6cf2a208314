package io.trashpong.games.pong;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;

/** A whole match by dice, written down aim by aim, so that another implementation can play it after. */
final class ScriptedMatch {
    private static final long SERVE_PAUSE = 1_000_000;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Seat, Paddle> paddles = new EnumMap<>(Seat.class);
    private final Prng dice;
    private final int matchSeed;

    ScriptedMatch(int matchSeed) {
        this.matchSeed = matchSeed;
        dice = new Prng(matchSeed);
    }

    ObjectNode play() {
        ObjectNode match = json.createObjectNode().put("matchSeed", matchSeed).put("openedAt", 0);
        ArrayNode steps = match.putArray("steps");
        paddles.put(Seat.LEFT, Paddle.centred(0));
        paddles.put(Seat.RIGHT, Paddle.centred(0));
        Score score = Score.NONE;
        BallLeg leg = Serve.leg(matchSeed, 0, 1, SERVE_PAUSE, Serve.firstTowards(matchSeed));
        while (score.isOpen()) {
            ObjectNode step = steps.addObject();
            step.set("leg", json.valueToTree(leg));
            Verdict verdict = Verdict.of(leg, defend(leg, step));
            step.set("verdict", GoldenVectors.verdict(verdict));
            switch (verdict) {
                case Verdict.Hit hit -> leg = hit.next();
                case Verdict.Miss miss -> {
                    score = score.plus(miss.scorer());
                    long serveAt = leg.crossingTime() + SERVE_PAUSE;
                    leg = Serve.leg(matchSeed, score.points(), leg.leg() + 1, serveAt, leg.defender());
                }
            }
            step.set("score", json.valueToTree(score));
        }
        Score.Standing standing = score.standing();
        if (standing instanceof Score.Standing.Won won) {
            match.put("winner", won.winner().number());
        }
        return match;
    }

    /** One aim that is off by up to 1.25 times the reach, so that a rally lasts about four hits. */
    private Paddle defend(BallLeg leg, ObjectNode step) {
        long t = leg.t0() + dice.below(200_000);
        long error = dice.below(2 * Court.REACH + Court.REACH / 2) - Court.REACH - Court.REACH / 4;
        long target = leg.yAt(leg.crossingTime()) + error;
        step.putObject("aim").put("t", t).put("target", target);
        Paddle before = paddles.getOrDefault(leg.defender(), Paddle.centred(0));
        Paddle after = before.aim(t, target);
        paddles.put(leg.defender(), after);
        return after;
    }
}
