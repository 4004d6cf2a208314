package io.trashpong.harness.faults.promise;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One figure of a promise.
 *
 * @param what it counts or measures
 * @param wanted the promise's figure
 * @param measured ours
 * @param kept whether it is as wanted
 * @param needsQuiet whether a busy machine spoils it: it says nothing beside other tests
 */
public record Figure(String what, String wanted, String measured, boolean kept, boolean needsQuiet) {
    private static final int SHOWN = 3;

    public static Figure of(String what, String wanted, String measured, boolean kept) {
        return new Figure(what, wanted, measured, kept, false);
    }

    /** Milliseconds, at most {@code limit}; a negative value says that it never happened. */
    public static Figure atMostMillis(String what, long limit, double measured) {
        String shown = measured < 0 ? "never" : String.format(Locale.ROOT, "%.0f ms", measured);
        return of(what, "at most " + limit + " ms", shown, measured >= 0 && measured <= limit);
    }

    /** @param found what should not be; the first few are shown */
    public static Figure none(String what, Collection<?> found) {
        String shown = found.isEmpty()
                ? "0"
                : found.size() + ": "
                        + found.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining("; "));
        return of(what, "0", shown, found.isEmpty());
    }

    /** So many of so many. */
    public static Figure all(String what, long wanted, long measured) {
        return of(what, Long.toString(wanted), Long.toString(measured), measured == wanted);
    }

    public static boolean allKept(List<Figure> figures) {
        return figures.stream().allMatch(Figure::kept);
    }

    Figure onQuietMachine() {
        return new Figure(what, wanted, measured, kept, true);
    }
}
