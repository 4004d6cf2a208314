package io.trashpong.harness.terminal.command;

import java.util.Map;

/** Reads a typed line. */
public final class CommandReader {
    private static final int LONGEST_LINE = 1_000;
    /** Words after which a password is asked for, each with the most parts of a line that can't hold one. */
    private static final Map<Word, Integer> BEFORE_A_PASSWORD = Map.of(Word.ADDUSER, 2, Word.LOGIN, 2, Word.PASSWD, 1);

    private CommandReader() {}

    public static Parsed read(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return new Parsed.Nothing();
        }
        if (text.length() > LONGEST_LINE) {
            return new Parsed.Mistake("That line is too long for a command.");
        }
        String[] parts = text.split("\\s+", 2);
        String rest = parts.length == 1 ? "" : parts[1];
        return Word.find(parts[0]).map(word -> word.read(rest)).orElseGet(() -> unknown(parts[0]));
    }

    /**
     * Whether the line may be kept and offered again. Who types a password behind his name, out of habit or by mistake, does not
     * find it in the history; nor does who types what is no command.
     */
    public static boolean mayBeRemembered(String line) {
        String[] parts = line.strip().split("\\s+", -1);
        return Word.find(parts[0])
                .filter(word -> parts.length <= BEFORE_A_PASSWORD.getOrDefault(word, parts.length))
                .isPresent();
    }

    static Parsed unknown(String word) {
        return new Parsed.Mistake("There is no command '" + word + "'. Type help for those there are.");
    }
}
