package io.trashpong.harness.roll;

import io.trashpong.harness.stack.StackFailure;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is played and what is rolled.
 *
 * @param from the checkout whose build is running at first
 * @param to the checkout whose build each replica is replaced by; the same for a roll without an upgrade
 * @param relays replicas of the relay
 * @param rounds how often all of them are replaced
 * @param lobbies replicas of the lobby
 * @param auths replicas of auth
 * @param courts matches at a time
 * @param matches played to the end before it is over
 * @param way in which order replicas are replaced
 * @param expanded whether the database is made newer first than the services know it
 * @param leaving from when a replica gets no new connections to when it is told to end: {@code preStop} in Kubernetes
 * @param grace from when it is told to end to when it is killed
 * @param within after which it is given up
 */
record RollPlan(
        Path from,
        Path to,
        int relays,
        int rounds,
        int lobbies,
        int auths,
        int courts,
        int matches,
        Way way,
        boolean expanded,
        Duration leaving,
        Duration grace,
        Duration within) {
    /** A relay's drain takes no longer. */
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private static final int MOST = 16;
    private static final int MOST_COURTS = 200;

    RollPlan {
        bound("--relays", relays, MOST);
        bound("--rounds", rounds, MOST);
        bound("--lobbies", lobbies, MOST);
        bound("--auths", auths, MOST);
        bound("--courts", courts, MOST_COURTS);
    }

    /** In which order replicas are replaced. */
    enum Way {
        /** One after another, service by service. */
        ONE_BY_ONE,
        /** All of all services at the same time, as operators do who don't know of each other. */
        AT_ONCE
    }

    /** Whether replicas are killed before they have handed over what they had, as in a crash. */
    boolean killsEarly() {
        return grace.compareTo(DRAIN) < 0;
    }

    private static void bound(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new StackFailure(name + " must be 1 to " + most + ".");
        }
    }
}
