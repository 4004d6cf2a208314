package io.trashpong.harness.faults.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What others feel of a fault: their round trips in windows with the fault and without it, taken in turn so that whatever else
 * the machine does falls on both. Compared are the medians of the windows' p99.
 */
final class Bystanders {
    private static final double MOST_RATIO = 1.2;
    private static final double P99 = 99;

    private final List<Long> without = new ArrayList<>();
    private final List<Long> with = new ArrayList<>();

    void without(Histogram micros) {
        without.add(micros.getValueAtPercentile(P99));
    }

    void with(Histogram micros) {
        with.add(micros.getValueAtPercentile(P99));
    }

    Figure figure() {
        double before = median(without);
        double during = median(with);
        double ratio = during / before;
        String measured =
                String.format(Locale.ROOT, "%.2fx (%.2f ms, else %.2f ms)", ratio, during / 1_000, before / 1_000);
        return Figure.of("others' p99", "at most 1.2x", measured, ratio <= MOST_RATIO)
                .onQuietMachine();
    }

    private static double median(List<Long> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
