package io.trashpong.harness.bot;

import io.trashpong.games.pong.Court;
import java.util.random.RandomGenerator;

/**
 * How well a bot plays.
 *
 * @param missPercent of the balls that come it lets pass, on average
 * @param reactionMicros from a ball's start to its aim
 */
public record Skill(int missPercent, long reactionMicros) {
    private static final long HUMAN_REACTION = 180_000;
    /** A miss is by this much, so that no delay turns it into a hit. */
    private static final long CLEAR_MISS = 60 * Court.SU_PER_UNIT;

    public Skill {
        if (missPercent < 0 || missPercent > 100 || reactionMicros < 0) {
            throw new IllegalArgumentException("no skill: " + missPercent + " %, " + reactionMicros + " us");
        }
    }

    public static Skill missing(int percent) {
        return new Skill(percent, HUMAN_REACTION);
    }

    /** @return where the paddle's centre should be when the ball crosses at {@code y}, in su */
    long target(long y, RandomGenerator dice) {
        if (dice.nextInt(100) < missPercent) {
            long away = Court.REACH + CLEAR_MISS;
            return y > Court.CENTRE_Y ? y - away : y + away;
        }
        // Anywhere on the paddle, so that the angles differ.
        return y + dice.nextLong(-Court.PADDLE_HALF * 9 / 10, Court.PADDLE_HALF * 9 / 10);
    }
}
