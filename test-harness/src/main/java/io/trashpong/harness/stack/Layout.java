package io.trashpong.harness.stack;

import java.util.Map;

/**
 * What stands where in a stack, besides its relays.
 *
 * @param lobbies replicas of the lobby, 1 to {@value #MOST_LOBBIES}; the gateway knows the first
 * @param database the way to Postgres that each replica takes
 * @param environment of every service, besides what the stack sets
 */
public record Layout(int lobbies, DatabaseRoute database, Map<String, String> environment) {
    public static final int MOST_LOBBIES = 4;
    /** One lobby, straight to Postgres, nothing else set. */
    public static final Layout STANDARD = new Layout(1, DatabaseRoute.STRAIGHT, Map.of());

    public Layout {
        environment = Map.copyOf(environment);
        if (lobbies < 1 || lobbies > MOST_LOBBIES) {
            throw new StackFailure("There must be 1 to " + MOST_LOBBIES + " lobbies.");
        }
    }
}
