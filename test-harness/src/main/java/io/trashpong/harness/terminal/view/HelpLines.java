package io.trashpong.harness.terminal.view;

import io.trashpong.harness.terminal.command.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be typed. */
public final class HelpLines {
    private static final int WIDEST = Arrays.stream(Word.values())
            .mapToInt(word -> word.usage().length())
            .max()
            .orElse(0);

    private HelpLines() {}

    public static List<Line> all() {
        return Arrays.stream(Word.values()).map(HelpLines::of).toList();
    }

    public static Line of(Word word) {
        return Line.answer(String.format(Locale.ROOT, "  %-" + WIDEST + "s  %s", word.usage(), word.meaning()));
    }
}
