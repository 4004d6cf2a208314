package io.trashpong.harness.terminal;

import io.trashpong.harness.terminal.command.CommandReader;
import io.trashpong.harness.terminal.view.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** A person at a terminal: a line editor with history and completion, and news above the line that is being typed. */
final class TerminalConsole implements Console {
    private static final int REMEMBERED = 500;
    /** What JLine takes for "show nothing". */
    private static final char INVISIBLE = 0;

    private final Terminal terminal;
    private final LineReader commands;
    private final LineReader passwords;
    private final boolean colours;
    private volatile LineReader reading;

    /** @param history the file that keeps the lines */
    TerminalConsole(Terminal terminal, Path history, Completer completer, boolean colours) {
        this.terminal = terminal;
        this.colours = colours;
        commands = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(plainWords())
                .history(new Careful())
                .completer(completer)
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_SIZE, REMEMBERED)
                .variable(LineReader.HISTORY_FILE_SIZE, REMEMBERED)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .build();
        passwords = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(plainWords())
                .variable(LineReader.DISABLE_HISTORY, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        reading = commands;
        hideWhatIsTypedAhead();
    }

    /** While a command is carried out nobody reads: without this a password that is typed too early would stand on the screen. */
    private void hideWhatIsTypedAhead() {
        Attributes attributes = terminal.getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.ECHO, false);
        terminal.setAttributes(attributes);
    }

    @Override
    public Heard read(String prompt) {
        return read(commands, prompt, null);
    }

    @Override
    public Heard readPassword(String prompt) {
        reading = passwords;
        try {
            return read(passwords, prompt, INVISIBLE);
        } finally {
            reading = commands;
        }
    }

    private static Heard read(LineReader reader, String prompt, @Nullable Character mask) {
        try {
            return new Heard.Typed(reader.readLine(prompt, mask));
        } catch (UserInterruptException ctrlC) {
            return new Heard.Interrupted();
        } catch (EndOfFileException ctrlD) {
            return new Heard.Ended();
        }
    }

    @Override
    public void say(Line line) {
        reading.printAbove(new AttributedString(line.text(), colours ? style(line.tone()) : AttributedStyle.DEFAULT));
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public void close() {
        try {
            commands.getHistory().save();
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("can't leave the terminal", e);
        }
    }

    private static AttributedStyle style(Line.Tone tone) {
        return switch (tone) {
            case ANSWER -> AttributedStyle.DEFAULT;
            case NEWS -> AttributedStyle.BOLD;
            case REFUSAL -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
            case TROUBLE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
        };
    }

    /** Quotes, backslashes and brackets are characters like others: a name or a sentence may have one alone. */
    private static DefaultParser plainWords() {
        var parser = new DefaultParser();
        parser.setQuoteChars(new char[0]);
        parser.setEscapeChars(new char[0]);
        return parser;
    }

    /** Keeps no line that may hold a password. */
    private static final class Careful extends DefaultHistory {
        @Override
        public void add(Instant time, String line) {
            if (CommandReader.mayBeRemembered(line)) {
                super.add(time, line);
            }
        }
    }
}
