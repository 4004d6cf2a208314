package io.trashpong.bus;

import java.util.Optional;

/**
 * What every replica knows and the database does not: payloads between replicas are sealed with it.
 *
 * @param current what this replica seals with, {@value #MIN_LENGTH} characters or more, best of them random
 * @param other one that is accepted too: while the secret is changed, some replicas have one and some the other
 */
public record BusSecrets(String current, Optional<String> other) {
    public static final int MIN_LENGTH = 32;

    /** @throws IllegalArgumentException with a sentence for the operator, which does not show the secret */
    public BusSecrets {
        demand("TRASHPONG_BUS_SECRET", current);
        other.ifPresent(secret -> demand("TRASHPONG_BUS_SECRET_OTHER", secret));
    }

    /**
     * As the environment has them.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static BusSecrets of(Optional<String> current, Optional<String> other) {
        return new BusSecrets(
                current.orElseThrow(() -> new IllegalArgumentException(
                        "TRASHPONG_BUS_SECRET is not set: what relays and lobbies seal their payloads with, at least "
                                + MIN_LENGTH + " characters.")),
                other);
    }

    /** With no other one accepted. */
    public static BusSecrets of(String current) {
        return new BusSecrets(current, Optional.empty());
    }

    private static void demand(String variable, String secret) {
        if (secret.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(variable + " is shorter than " + MIN_LENGTH + " characters.");
        }
    }

    @Override
    public String toString() {
        return "BusSecrets";
    }
}
