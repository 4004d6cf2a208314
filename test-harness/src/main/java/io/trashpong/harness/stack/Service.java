package io.trashpong.harness.stack;

import java.nio.file.Path;

/** The programs of the stack. */
public enum Service {
    AUTH("auth", "auth-service"),
    LOBBY("lobby", "lobby-service"),
    RELAY("relay", "game-relay-service");

    private final String word;
    private final String module;

    Service(String word, String module) {
        this.word = word;
        this.module = module;
    }

    /** Its short name: of its schema and role, its log, its line in the progress. */
    public String word() {
        return word;
    }

    /** Whether it talks to replicas over the bus; auth only writes events. */
    boolean isOnTheBus() {
        return this != AUTH;
    }

    /** The folder with its {@code quarkus-run.jar}. */
    Path application(Path checkout) {
        return checkout.resolve(module).resolve("target/quarkus-app");
    }
}
