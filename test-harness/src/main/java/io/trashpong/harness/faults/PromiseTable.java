package io.trashpong.harness.faults;

import io.trashpong.harness.faults.promise.Figure;
import io.trashpong.harness.faults.promise.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Promise, figure wanted, figure measured, verdict: a line for each figure. */
final class PromiseTable {
    private static final String LINE = "%3s  %-46s  %-17s  %-9s  %s%n";
    private static final String KEPT = "kept";
    private static final String SHORT = "SHORT";

    private final List<String> lines = new ArrayList<>();
    private int figures;
    private int kept;

    void add(Trial trial, List<Figure> measured) {
        lines.add(String.format(Locale.ROOT, "%3d  %s%n", trial.number(), trial.promise()));
        for (Figure figure : measured) {
            figures++;
            kept += figure.kept() ? 1 : 0;
            String verdict = figure.kept() ? KEPT : SHORT;
            lines.add(String.format(Locale.ROOT, LINE, "", figure.what(), figure.wanted(), verdict, figure.measured()));
        }
    }

    boolean isAllKept() {
        return kept == figures;
    }

    String text() {
        return String.format(Locale.ROOT, LINE, "#", "promise", "wanted", "verdict", "measured")
                + String.join("", lines)
                + String.format(Locale.ROOT, "%d of %d figures as promised%n", kept, figures);
    }
}
