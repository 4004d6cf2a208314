package io.trashpong.bus.testing;

/** What all replicas of a test seal their payloads with. */
public final class SharedSecret {
    public static final String BUS = "a-bus-secret-of-the-tests-of-32-chars-or-more";

    private SharedSecret() {}
}
