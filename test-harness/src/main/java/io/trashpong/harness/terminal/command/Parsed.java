package io.trashpong.harness.terminal.command;

/** What a typed line turned out to be. */
public sealed interface Parsed {
    record Understood(Command command) implements Parsed {}

    /** @param sentence what is wrong and what to type instead */
    record Mistake(String sentence) implements Parsed {}

    /** An empty line. */
    record Nothing() implements Parsed {}
}
