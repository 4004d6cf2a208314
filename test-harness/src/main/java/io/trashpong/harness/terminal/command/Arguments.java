package io.trashpong.harness.terminal.command;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may follow a word. A name is the whole rest of the line, since it may have spaces. */
final class Arguments {
    /** Longer than any name auth takes; auth says what is wrong with one that is shorter. */
    private static final int LONGEST_NAME = 64;

    private static final int LONGEST_TEXT = 200;
    private static final int SIDE = 3;
    private static final Pattern CELL = Pattern.compile("([1-9])");
    private static final Pattern ROW_AND_COLUMN = Pattern.compile("([1-3])(?:\\s+|\\s*,\\s*)([1-3])");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

    private Arguments() {}

    static Parsed mistake(Word word) {
        return new Parsed.Mistake("Type it so: " + word.usage());
    }

    static Parsed none(Word word, String rest, Command command) {
        return rest.isEmpty() ? new Parsed.Understood(command) : mistake(word);
    }

    static Parsed name(Word word, String rest, Function<String, Command> command) {
        if (rest.isEmpty()) {
            return mistake(word);
        }
        return rest.length() > LONGEST_NAME
                ? new Parsed.Mistake("No name is as long as that.")
                : new Parsed.Understood(command.apply(rest));
    }

    static Parsed perhapsName(Word word, String rest, Function<@Nullable String, Command> command) {
        return rest.isEmpty() ? new Parsed.Understood(command.apply(null)) : name(word, rest, command);
    }

    static Parsed text(Word word, String rest, Function<String, Command> command) {
        if (rest.isEmpty()) {
            return mistake(word);
        }
        return rest.length() > LONGEST_TEXT
                ? new Parsed.Mistake("That is too long: " + LONGEST_TEXT + " characters at most.")
                : new Parsed.Understood(command.apply(rest));
    }

    static Parsed number(Word word, String rest, IntFunction<Command> command) {
        return NUMBER.matcher(rest).matches()
                ? new Parsed.Understood(command.apply(Integer.parseInt(rest)))
                : mistake(word);
    }

    static Parsed cell(Word word, String rest, IntFunction<Command> command) {
        Matcher rowAndColumn = ROW_AND_COLUMN.matcher(rest);
        if (rowAndColumn.matches()) {
            int row = Integer.parseInt(rowAndColumn.group(1));
            int column = Integer.parseInt(rowAndColumn.group(2));
            return new Parsed.Understood(command.apply((row - 1) * SIDE + column - 1));
        }
        return CELL.matcher(rest).matches()
                ? new Parsed.Understood(command.apply(Integer.parseInt(rest) - 1))
                : new Parsed.Mistake("Type it so: " + word.usage() + ", such as 'send 2 3' or 'send 6'");
    }
}
