package io.trashpong.harness.load;

import io.trashpong.harness.stack.StackFailure;
import io.trashpong.harness.stack.StackOptions;

/**
 * One measurement.
 *
 * @param rooms with two players each, all in a match; 0 leaves the cluster to itself
 * @param rate aims each player sends in a second
 * @param warmUp seconds under the same load before anything is measured: the compilers are not what is asked about
 * @param seconds measured
 * @param idle WebSockets that have said hello and then say nothing, two to a room
 */
record LoadPlan(int rooms, int rate, int warmUp, int seconds, int relays, Cross cross, Game game, int idle) {
    private static final int MOST_ROOMS = 5_000;
    private static final int MOST_IDLE = 10_000;
    private static final int MOST_SECONDS = 600;
    /** A relay closes a connection that sends 120 messages a second. */
    private static final int MOST_RATE = 100;

    LoadPlan {
        demand("--rooms", rooms, 0, MOST_ROOMS);
        demand("--rate", rate, 1, MOST_RATE);
        demand("--warm-up", warmUp, 0, MOST_SECONDS);
        demand("--seconds", seconds, 1, MOST_SECONDS);
        demand("--relays", relays, 1, StackOptions.MOST_RELAYS);
        demand("--idle", idle, 0, MOST_IDLE);
        if (cross != Cross.NONE && relays < 2) {
            throw new StackFailure("--cross " + cross.name().toLowerCase(java.util.Locale.ROOT) + " needs --relays 2.");
        }
        if (game == Game.TICK60) {
            rate = Game.TICKS;
        }
    }

    private static void demand(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StackFailure("%s must be %d to %d.".formatted(option, least, most));
        }
    }
}
