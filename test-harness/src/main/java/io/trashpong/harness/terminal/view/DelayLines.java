package io.trashpong.harness.terminal.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A player's last round trips to his relay, newest first. */
public final class DelayLines {
    private DelayLines() {}

    /** @param lastThree microseconds */
    public static Line of(String name, List<Long> lastThree) {
        String delays = lastThree.isEmpty()
                ? "not measured yet"
                : lastThree.stream()
                        .map(micros -> String.format(Locale.ROOT, "%.1f ms", micros / 1e3))
                        .collect(Collectors.joining("  "));
        return Line.answer("  " + delays + "  " + name);
    }
}
