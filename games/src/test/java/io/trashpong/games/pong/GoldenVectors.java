package io.trashpong.games.pong;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the rules compute for chosen cases, as the JSON of {@code games/golden}. */
final class GoldenVectors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JSON.getNodeFactory();

    private GoldenVectors() {}

    static ArrayNode legs() {
        ArrayNode all = NODES.arrayNode();
        for (BallLeg leg : sampleLegs()) {
            ObjectNode entry = all.addObject();
            entry.set("leg", JSON.valueToTree(leg));
            entry.put("defender", leg.defender().number());
            entry.put("crossingTime", leg.crossingTime());
            ArrayNode positions = entry.putArray("positions");
            long flight = leg.crossingTime() - leg.t0();
            for (long after :
                    new long[] {-1, 0, 1, flight / 7, flight / 3, flight - 1, flight, 2 * flight, 4_000_000_000L}) {
                long t = leg.t0() + after;
                positions.addObject().put("t", t).put("x", leg.xAt(t)).put("y", leg.yAt(t));
            }
        }
        return all;
    }

    static ArrayNode paddles() {
        ArrayNode all = NODES.arrayNode();
        Prng dice = new Prng(2);
        for (int sample = 0; sample < 40; sample++) {
            long t0 = dice.below(1 << 20) * 1_000;
            Paddle paddle = new Paddle(t0, somewhere(dice), somewhere(dice));
            ObjectNode entry = all.addObject();
            entry.set("paddle", JSON.valueToTree(paddle));
            ArrayNode positions = entry.putArray("positions");
            for (long after : new long[] {-1, 0, 1, 99_999, 333_333, 1_000_000, 9_000_000_000L}) {
                positions.addObject().put("t", t0 + after).put("y", paddle.yAt(t0 + after));
            }
            long t = t0 + dice.below(1_000_000);
            long target = dice.below(2 * Court.HEIGHT) - Court.HEIGHT / 2;
            ObjectNode aim = entry.putObject("aim").put("t", t).put("target", target);
            aim.set("then", JSON.valueToTree(paddle.aim(t, target)));
        }
        return all;
    }

    static ArrayNode verdicts() {
        ArrayNode all = NODES.arrayNode();
        long[] offsets = {
            -Court.REACH - 1,
            -Court.REACH,
            -Court.REACH + 1,
            -Court.REACH / 2,
            -1,
            0,
            1,
            7_695,
            7_696,
            Court.REACH / 3,
            Court.REACH - 1,
            Court.REACH,
            Court.REACH + 1
        };
        for (BallLeg leg : sampleLegs()) {
            for (long offset : offsets) {
                long paddleY = leg.yAt(leg.crossingTime()) - offset;
                if (paddleY >= Court.PADDLE_TOP && paddleY <= Court.PADDLE_BOTTOM) {
                    Paddle defence = new Paddle(leg.t0(), paddleY, paddleY);
                    ObjectNode entry = all.addObject();
                    entry.set("leg", JSON.valueToTree(leg));
                    entry.set("defence", JSON.valueToTree(defence));
                    entry.set("verdict", verdict(Verdict.of(leg, defence)));
                }
            }
        }
        return all;
    }

    static ArrayNode serves() {
        ArrayNode all = NODES.arrayNode();
        for (int matchSeed : new int[] {0, 1, -1, 42, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7EA5_0B01}) {
            ObjectNode entry = all.addObject().put("matchSeed", matchSeed);
            entry.put("firstTowards", Serve.firstTowards(matchSeed).number());
            ArrayNode legs = entry.putArray("serves");
            for (int point : new int[] {0, 1, 2, 10, 40}) {
                Seat towards = Seat.of(point % 2);
                ObjectNode serve = legs.addObject().put("point", point).put("towards", towards.number());
                serve.set("leg", JSON.valueToTree(Serve.leg(matchSeed, point, point + 1, 1_000_000L * point, towards)));
            }
        }
        return all;
    }

    static ArrayNode matches() {
        ArrayNode all = NODES.arrayNode();
        for (int matchSeed : new int[] {3, 1972, -77}) {
            all.add(new ScriptedMatch(matchSeed).play());
        }
        return all;
    }

    static ObjectNode rallies(int blocks) {
        ObjectNode root = NODES.objectNode().put("ralliesPerBlock", RandomRallies.RALLIES_PER_BLOCK);
        ArrayNode checksums = root.putArray("checksums");
        for (int block = 0; block < blocks; block++) {
            checksums.add(RandomRallies.checksumOf(block));
        }
        return root;
    }

    static ObjectNode verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Hit hit -> {
                ObjectNode node = NODES.objectNode().put("kind", "hit").put("offset", hit.offset());
                node.set("next", JSON.valueToTree(hit.next()));
                yield node;
            }
            case Verdict.Miss miss ->
                NODES.objectNode()
                        .put("kind", "miss")
                        .put("scorer", miss.scorer().number());
        };
    }

    private static List<BallLeg> sampleLegs() {
        long top = Speeds.TOP;
        return List.of(
                new BallLeg(1, 0, Court.CENTRE_X, Court.CENTRE_Y, 819_200, 0, 0),
                new BallLeg(1, 5, Court.CENTRE_X, Court.CENTRE_Y, -819_200, 0, 0),
                new BallLeg(2, 1_234_567, Court.LEFT_X, Court.BALL_TOP, 800_001, -700_003, 1),
                new BallLeg(3, 7_654_321, Court.RIGHT_X, Court.BALL_BOTTOM, -800_003, 700_001, 2),
                new BallLeg(4, 3_600_000_000L, Court.LEFT_X, 600_001, top / 2, top * 7 / 8, 17),
                new BallLeg(5, 3_600_000_001L, Court.RIGHT_X, 400_003, -top / 2, -top * 7 / 8, 18),
                new BallLeg(6, 86_400_000_000L, Court.LEFT_X, 524_289, top, 1, 19),
                new BallLeg(7, 86_400_000_001L, Court.RIGHT_X, 524_287, -top, -1, 20),
                new BallLeg(300, 1_000_000_000_000L, Court.LEFT_X, 999_999, 972_801, -1_684_932, 254),
                new BallLeg(301, 1_000_000_000_003L, Court.RIGHT_X, 33_333, -972_799, 1_684_931, 255));
    }

    private static long somewhere(Prng dice) {
        return Court.PADDLE_TOP + dice.below(Court.PADDLE_BOTTOM - Court.PADDLE_TOP + 1);
    }
}
