package io.trashpong.harness.faults.history;

import io.trashpong.protocol.ServerMessage;

/** One thing that one client of a room saw. {@code at}: {@link System#nanoTime()}, the same clock for all clients. */
public sealed interface Observation {
    String client();

    long at();

    record Heard(String client, long at, ServerMessage message) implements Observation {}

    /** Its connection is lost, with {@code code} as in {@code CloseCode} or 1006; it comes back by itself unless it ended. */
    record Lost(String client, long at, int code) implements Observation {}

    /** It does not come back. */
    record Ended(String client, long at, int code) implements Observation {}
}
