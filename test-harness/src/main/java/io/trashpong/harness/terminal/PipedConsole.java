package io.trashpong.harness.terminal;

import io.trashpong.harness.terminal.view.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Commands from a file or a pipe, one a line, passwords on lines of their own; no prompts, no colours, no history. */
final class PipedConsole implements Console {
    private final BufferedReader in;
    private final PrintStream out;

    PipedConsole(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Heard read(String prompt) {
        try {
            @Nullable String line = in.readLine();
            return line == null ? new Heard.Ended() : new Heard.Typed(line);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the commands", e);
        }
    }

    @Override
    public Heard readPassword(String prompt) {
        return read(prompt);
    }

    @Override
    public void say(Line line) {
        out.println(line.text());
        out.flush();
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public void close() {
        out.flush();
    }
}
